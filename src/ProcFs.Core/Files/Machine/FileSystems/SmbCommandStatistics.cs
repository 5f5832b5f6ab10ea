using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models the times of one command in <c>/proc/fs/cifs/Stats</c>, of a kernel built with CONFIG_CIFS_STATS2. Source: cifs_stats_proc_show() of
/// fs/smb/client/cifs_debug.c.
/// </summary>
public sealed class SmbCommandStatistics
{
    internal SmbCommandStatistics()
    {
    }

    /// <summary>The position of the server in the file, counted from 1.</summary>
    public required int Server { get; init; }

    /// <summary>The number of the command in SMB 2: 8 for a read, 9 for a write.</summary>
    public required int Command { get; init; }

    /// <summary>The number of requests.</summary>
    public required long Count { get; init; }

    /// <summary>The total time until the responses.</summary>
    [Unit(Unit.Duration)] public required TimeSpan TotalTime { get; init; }

    /// <summary>The fastest response.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Fastest { get; init; }

    /// <summary>The slowest response.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Slowest { get; init; }

    internal static View View => new(
        typeof(SmbCommandStatistics),
        new(nameof(Server), 6),
        new(nameof(Command), 7),
        new(nameof(Count), 10),
        new(nameof(TotalTime), 12),
        new(nameof(Fastest), 10),
        new(nameof(Slowest), 10));

    /// <summary>The command and its number of requests.</summary>
    public override string ToString() => $"command {Command}: {Count} requests";

    /// <summary>Parses a row with times in jiffies: "8		120	36		0	4"; null for other text.</summary>
    internal static SmbCommandStatistics? Parse(ReadOnlySpan<byte> line, int server, long jiffiesPerSecond)
    {
        var words = new FieldScanner(line);
        bool isRow = words.TryInt32(out int command) & words.TryInt64(out long count) & words.TryInt64(out long total) & words.TryInt64(out long fastest) & words.TryInt64(out long slowest);
        return !isRow || jiffiesPerSecond <= 0 ? null : new SmbCommandStatistics
        {
            Server = server,
            Command = command,
            Count = count,
            TotalTime = TimeOf(total, jiffiesPerSecond),
            Fastest = TimeOf(fastest, jiffiesPerSecond),
            Slowest = TimeOf(slowest, jiffiesPerSecond),
        };
    }

    private static TimeSpan TimeOf(long jiffies, long perSecond) => new(Saturating.Clamp((Int128)jiffies * TimeSpan.TicksPerSecond / perSecond));
}
