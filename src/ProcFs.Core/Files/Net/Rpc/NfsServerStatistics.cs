using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/rpc/nfsd</c>: calls that the NFS server of the network namespace has answered since the module was loaded. Counters of 32 bits start anew at 2^32. Source:
/// nfsd_show() of fs/nfsd/stats.c, svc_seq_show() of net/sunrpc/stats.c.
/// </summary>
[Fields]
public sealed partial class NfsServerStatistics : IRecord<NfsServerStatistics>
{
    private UnavailableFields _odd;

    private NfsServerStatistics()
    {
    }

    /// <summary>Calls whose reply was still known.</summary>
    [Field(1)] public ulong? ReplyCacheHits { get; private set; }

    /// <summary>Calls whose reply was not known.</summary>
    [Field(2)] public ulong? ReplyCacheMisses { get; private set; }

    /// <summary>Calls whose replies are not remembered.</summary>
    [Field(3)] public ulong? ReplyCacheUnused { get; private set; }

    /// <summary>File handles whose file is gone.</summary>
    [Field(21)] public ulong? StaleHandles { get; private set; }

    /// <summary>Lookups of file handles; 0 since 2.6.</summary>
    [Field(22)] public ulong? HandleLookups { get; private set; }

    /// <summary>Of these, those without a path; 0 since 2.6.</summary>
    [Field(23)] public ulong? AnonymousLookups { get; private set; }

    /// <summary>Directories looked up that were not cached; 0 since 2.6.</summary>
    [Field(24)] public ulong? DirectoriesNotCached { get; private set; }

    /// <summary>Files looked up that were not cached; 0 since 2.6.</summary>
    [Field(25)] public ulong? FilesNotCached { get; private set; }

    /// <summary>Bytes that clients have read.</summary>
    [Field(41), Unit(Unit.Bytes)] public ulong? BytesRead { get; private set; }

    /// <summary>Bytes that clients have written.</summary>
    [Field(42), Unit(Unit.Bytes)] public ulong? BytesWritten { get; private set; }

    /// <summary>Threads of the server.</summary>
    [Field(61)] public ulong? Threads { get; private set; }

    /// <summary>How often all threads were busy; 0 since 2.6.37.</summary>
    [Field(62)] public ulong? AllThreadsBusy { get; private set; }

    /// <summary>Packets; the kernel counts them for the transports of the server alone.</summary>
    [Field(81)] public ulong? Packets { get; private set; }

    /// <summary>Packets over UDP.</summary>
    [Field(82)] public ulong? UdpPackets { get; private set; }

    /// <summary>Packets over TCP.</summary>
    [Field(83)] public ulong? TcpPackets { get; private set; }

    /// <summary>Connections of TCP.</summary>
    [Field(84)] public ulong? TcpConnections { get; private set; }

    /// <summary>Calls received.</summary>
    [Field(101)] public ulong? Calls { get; private set; }

    /// <summary>Calls that were not answered, for one of the following reasons.</summary>
    [Field(102)] public ulong? BadCalls { get; private set; }

    /// <summary>Calls of a wrong format.</summary>
    [Field(103)] public ulong? BadFormat { get; private set; }

    /// <summary>Calls with wrong credentials.</summary>
    [Field(104)] public ulong? BadAuthentication { get; private set; }

    /// <summary>Calls of unknown clients; 0 since 2.6.</summary>
    [Field(105)] public ulong? BadClients { get; private set; }

    /// <summary>Attributes asked for of files that another client may write (since 6.6).</summary>
    [Field(121)] public ulong? WriteDelegationConflicts { get; private set; }

    /// <summary>Calls of version 2, by procedure; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version2 { get; private set; }

    /// <summary>Calls of version 3, by procedure; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version3 { get; private set; }

    /// <summary>Calls of version 4: compound ones and those that do nothing; null where the kernel lacks it.</summary>
    public IReadOnlyDictionary<string, ulong>? Version4 { get; private set; }

    /// <summary>Operations of the compound calls, by name; null where the kernel lacks version 4.</summary>
    public IReadOnlyDictionary<string, ulong>? Version4Operations { get; private set; }

    /// <summary>Values that this version does not know, as text, by the word of their line and their place.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsServerStatistics),
        new(nameof(Calls), 12),
        new(nameof(BadCalls), 9),
        new(nameof(BytesRead), 10),
        new(nameof(BytesWritten), 12),
        new(nameof(Threads), 7),
        new(nameof(ReplyCacheHits), 14),
        new(nameof(StaleHandles), 12));

    /// <summary>The calls: <c>18628 calls, 0 bad</c>.</summary>
    public override string ToString() => $"{Calls?.ToString() ?? "?"} calls, {BadCalls?.ToString() ?? "?"} bad";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static NfsServerStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new NfsServerStatistics();
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
                Version2 = Take(nameof(Version2), NfsProcedures.Read(name, values, isClient: false));
                return;
            case "proc3":
                Version3 = Take(nameof(Version3), NfsProcedures.Read(name, values, isClient: false));
                return;
            case "proc4":
                Version4 = Take(nameof(Version4), NfsProcedures.Read(name, values, isClient: false));
                return;
            case "proc4ops":
                Version4Operations = Take(nameof(Version4Operations), NfsProcedures.Read(name, values, isClient: false));
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
        "rc" => 1,
        "fh" => 21,
        "io" => 41,
        "th" => 61,
        "net" => 81,
        "rpc" => 101,
        "wdeleg_getattr" => 121,
        _ => 0,
    };

    private void AddMissing(ref UnavailableFields fields) => fields.Add(_odd);
}
