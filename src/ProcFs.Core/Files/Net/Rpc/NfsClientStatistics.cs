using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/rpc/nfs</c>: calls that the NFS client of the network namespace has made since the module was loaded. Counters of 32 bits start anew at 2^32. Source:
/// rpc_proc_show() of net/sunrpc/stats.c.
/// </summary>
[Fields]
public sealed partial class NfsClientStatistics : IRecord<NfsClientStatistics>
{
    private UnavailableFields _odd;

    private NfsClientStatistics()
    {
    }

    /// <summary>Packets; the kernel counts them for the transports of the server alone.</summary>
    [Field(1)] public ulong? Packets { get; private set; }

    /// <summary>Packets over UDP.</summary>
    [Field(2)] public ulong? UdpPackets { get; private set; }

    /// <summary>Packets over TCP.</summary>
    [Field(3)] public ulong? TcpPackets { get; private set; }

    /// <summary>Connections of TCP.</summary>
    [Field(4)] public ulong? TcpConnections { get; private set; }

    /// <summary>Calls made.</summary>
    [Field(21)] public ulong? Calls { get; private set; }

    /// <summary>Calls sent again.</summary>
    [Field(22)] public ulong? Retransmits { get; private set; }

    /// <summary>Calls sent again with new credentials.</summary>
    [Field(23)] public ulong? AuthenticationRefreshes { get; private set; }

    /// <summary>Calls of version 2, by procedure; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version2 { get; private set; }

    /// <summary>Calls of version 3, by procedure; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version3 { get; private set; }

    /// <summary>Calls of version 4, by procedure; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version4 { get; private set; }

    /// <summary>Values that this version does not know, as text, by the word of their line and their place.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsClientStatistics),
        new(nameof(Calls), 12),
        new(nameof(Retransmits), 12),
        new(nameof(AuthenticationRefreshes), 23),
        new(nameof(TcpConnections), 14));

    /// <summary>The calls: <c>4329785 calls, 0 retransmits</c>.</summary>
    public override string ToString() => $"{Calls?.ToString() ?? "?"} calls, {Retransmits?.ToString() ?? "?"} retransmits";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static NfsClientStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new NfsClientStatistics();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var words = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> line = words.Next();
            if (!line.IsEmpty)
            {
                statistics.Take(line, words.Rest, source);
            }
        }

        return statistics;
    }

    private void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values, ProcSource source)
    {
        string line = source.Intern(name);
        switch (line)
        {
            case "proc2":
                Version2 = Take(nameof(Version2), NfsProcedures.Read(name, values, isClient: true));
                return;
            case "proc3":
                Version3 = Take(nameof(Version3), NfsProcedures.Read(name, values, isClient: true));
                return;
            case "proc4":
                Version4 = Take(nameof(Version4), NfsProcedures.Read(name, values, isClient: true));
                return;
            default:
                NfsProcedures.Set(name, values, FirstField(line), this, source);
                return;
        }
    }

    private IReadOnlyDictionary<string, ulong>? Take(string property, IReadOnlyDictionary<string, ulong>? calls)
    {
        _odd.Add(property, calls is null ? UnavailableReason.Malformed : null);
        return calls;
    }

    private static int FirstField(string line) => line switch
    {
        "net" => 1,
        "rpc" => 21,
        _ => 0,
    };

    private void AddMissing(ref UnavailableFields fields) => fields.Add(_odd);
}
