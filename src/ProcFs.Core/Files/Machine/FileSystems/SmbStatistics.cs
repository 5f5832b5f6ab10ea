using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/fs/cifs/Stats</c>: the requests of the client of Windows (SMB) shares, in total and by share. Writing to the file resets them. Source:
/// cifs_stats_proc_show() of fs/smb/client/cifs_debug.c.
/// </summary>
[Fields]
public sealed partial class SmbStatistics : IRecord<SmbStatistics>
{
    private readonly List<SmbShareStatistics> _shares = [];
    private readonly List<SmbCommandStatistics> _commands = [];
    private readonly List<long> _mostRequests = [];
    private long _jiffiesPerSecond;

    private SmbStatistics()
    {
    }

    /// <summary>The number of sessions.</summary>
    [Key("CIFS Session")] public long? Sessions { get; private set; }

    /// <summary>The number of mounted shares, each counted once.</summary>
    [Key("Share (unique mount targets)")] public long? MountedShares { get; private set; }

    /// <summary>The buffers for requests and responses in use.</summary>
    [Key("SMB Request/Response Buffer")] public long? Buffers { get; private set; }

    /// <summary>The size of their pool.</summary>
    [Key("Buffer pool")] public long? BufferPool { get; private set; }

    /// <summary>The small buffers for requests and responses in use.</summary>
    [Key("SMB Small Req/Resp Buffer")] public long? SmallBuffers { get; private set; }

    /// <summary>The size of their pool.</summary>
    [Key("Small buffer pool")] public long? SmallBufferPool { get; private set; }

    /// <summary>The requests that wait for their response.</summary>
    [Key("Operations (MIDs)")] public long? PendingRequests { get; private set; }

    /// <summary>How often sessions had to be restored.</summary>
    [Key("session reconnects")] public long? SessionReconnects { get; private set; }

    /// <summary>How often shares had to be reconnected.</summary>
    [Key("share reconnects")] public long? ShareReconnects { get; private set; }

    /// <summary>All operations of programs on files of shares.</summary>
    [Key("Total vfs operations")] public long? FileOperations { get; private set; }

    /// <summary>The largest number of them at one time.</summary>
    [Key("maximum at one time")] public long? MaximumFileOperations { get; private set; }

    /// <summary>For each server, the largest number of requests in flight at one time; empty before Linux 4.20.</summary>
    public long[] MaximumRequestsInFlight => [.. _mostRequests];

    /// <summary>The shares.</summary>
    public SmbShareStatistics[] Shares => [.. _shares];

    /// <summary>The times of each command, for each server; empty unless the kernel was built with CONFIG_CIFS_STATS2.</summary>
    public SmbCommandStatistics[] Commands => [.. _commands];

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbStatistics),
        new(nameof(Sessions), 8),
        new(nameof(MountedShares), 13),
        new(nameof(PendingRequests), 15),
        new(nameof(SessionReconnects), 17),
        new(nameof(Shares)));

    /// <summary>The numbers of sessions and shares.</summary>
    public override string ToString() => $"{Sessions} sessions, {MountedShares} shares";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static SmbStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new SmbStatistics();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            if (SmbShareStatistics.Parse(line, source) is { } share)
            {
                statistics._shares.Add(share);
            }
            else if (!line.IsEmpty && !statistics.TakeOfServer(line, source))
            {
                statistics.Take(line, source);
            }
        }

        return statistics;
    }

    // "Max requests in flight: 5" begins what is said of a server.
    private bool TakeOfServer(ReadOnlySpan<byte> line, ProcSource source)
    {
        ReadOnlySpan<byte> head = "Max requests in flight:"u8;
        if (line.StartsWith(head))
        {
            bool isNumber = Value.TryRead(Value.Trim(line[head.Length..]), source, out long most);
            _mostRequests.Add(isNumber ? most : 0);
            _malformed.Add(nameof(MaximumRequestsInFlight), isNumber ? null : UnavailableReason.Malformed);
            return true;
        }

        int unit = line.IndexOf("jiffies ("u8);
        if (unit >= 0)
        {
            var words = new FieldScanner(line[(unit + "jiffies ("u8.Length)..]);
            _malformed.Add(nameof(Commands), words.TryInt64(out _jiffiesPerSecond) ? null : UnavailableReason.Malformed);
            return true;
        }

        if (_jiffiesPerSecond > 0 && SmbCommandStatistics.Parse(line, _mostRequests.Count, _jiffiesPerSecond) is { } command)
        {
            _commands.Add(command);
            return true;
        }

        return line.StartsWith("SMB3 CMD"u8) || line.StartsWith("-----"u8) || line.SequenceEqual("Resources in use"u8);
    }

    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        int pool = line.IndexOf(" Pool size: "u8);
        if (line.EndsWith("share reconnects"u8) && line.IndexOf(" session "u8) is > 0 and var session)
        {
            Labels.ReadLine([.. "session reconnects: "u8, .. line[..session], .. " share reconnects: "u8, .. line[(session + " session "u8.Length)..^" share reconnects"u8.Length]], this, source);
        }
        else if (_shares.Count > 0 && !line.Contains((byte)')'))
        {
            _shares[^1].Take(line, source);
        }
        else if (_shares.Count > 0 && line.StartsWith("Open files:"u8))
        {
            _shares[^1].Take(line, source);
        }
        else if (pool > 0)
        {
            Labels.ReadLine(line[..pool], this, source);
            ReadOnlySpan<byte> key = line.StartsWith("SMB Small"u8) ? "Small buffer pool: "u8 : "Buffer pool: "u8;
            Labels.ReadLine([.. key, .. line[(pool + " Pool size: "u8.Length)..]], this, source);
        }
        else
        {
            Labels.ReadLine(line, this, source);
        }
    }
}
