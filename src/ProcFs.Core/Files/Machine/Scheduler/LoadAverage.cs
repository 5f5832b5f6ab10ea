using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/loadavg</c>: the average number of threads that were runnable or in uninterruptible sleep. In a container it is the load of the host, unless
/// LXCFS provides another. Source: proc_loadavg(5), fs/proc/loadavg.c, kernel/sched/loadavg.c.
/// </summary>
[Fields]
public sealed partial class LoadAverage : IRecord<LoadAverage>
{
    private const int Columns = 5;

    private LoadAverage()
    {
    }

    /// <summary>The load average of the last minute, which decays exponentially; two decimals.</summary>
    [Field(1)] public double? OneMinute { get; private set; }

    /// <summary>The load average of the last five minutes.</summary>
    [Field(2)] public double? FiveMinutes { get; private set; }

    /// <summary>The load average of the last fifteen minutes.</summary>
    [Field(3)] public double? FifteenMinutes { get; private set; }

    /// <summary>The number of threads that are running or ready to run, including the reader.</summary>
    [Field(4, Parser = nameof(TryRunnable))] public int? RunnableThreads { get; private set; }

    /// <summary>The number of threads that exist.</summary>
    [Field(4, Parser = nameof(TryThreads))] public int? Threads { get; private set; }

    /// <summary>The id most recently given to a process or thread, in the reader's PID namespace; that process or thread may have ended.</summary>
    [Field(5)] public int? LastId { get; private set; }

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(LoadAverage),
        new(nameof(OneMinute), 9),
        new(nameof(FiveMinutes), 11),
        new(nameof(FifteenMinutes), 14),
        new(nameof(RunnableThreads), 15),
        new(nameof(Threads), 7),
        new(nameof(LastId), 8));

    /// <summary>The three load averages, as shown by uptime(1): <c>0.51, 0.62, 0.70</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OneMinute:f2}, {FiveMinutes:f2}, {FifteenMinutes:f2}");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static LoadAverage Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        var load = new LoadAverage();
        return Lines.ReadFields(line, load, source, Columns) ? load : throw source.Malformed(1, line, "three loads, two numbers of threads and an id");
    }

    // "2/345"
    private static bool TryRunnable(ReadOnlySpan<byte> value, ProcSource source, out int? threads)
    {
        bool parsed = Number.TryInt32(value[..Math.Max(value.IndexOf((byte)'/'), 0)], out int number);
        threads = number;
        return parsed;
    }

    private static bool TryThreads(ReadOnlySpan<byte> value, ProcSource source, out int? threads)
    {
        bool parsed = Number.TryInt32(value[(value.IndexOf((byte)'/') + 1)..], out int number);
        threads = number;
        return parsed && value.Contains((byte)'/');
    }
}
