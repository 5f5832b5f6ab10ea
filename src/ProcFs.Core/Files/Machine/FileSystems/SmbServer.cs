using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a server in <c>/proc/fs/cifs/DebugData</c>, with the sessions and shares of the client. Kernels before 5.7 list each session as a server. Source:
/// cifs_debug_data_proc_show() of fs/smb/client/cifs_debug.c.
/// </summary>
[Fields]
public sealed partial class SmbServer : ITable<SmbServer>
{
    private readonly List<SmbSession> _sessions = [];

    internal SmbServer()
    {
    }

    /// <summary>The number in the file.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the server; null before Linux 5.15.</summary>
    [Key("Hostname")] public string? HostName { get; private set; }

    /// <summary>The number of the connection; null before Linux 5.7.</summary>
    [Key("ConnectionId", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? ConnectionId { get; private set; }

    /// <summary>The requests that the server accepts at one time; null before Linux 4.18.</summary>
    [Key("Number of credits")] public int? Credits { get; private set; }

    /// <summary>The version of the protocol: 0x202, 0x210, 0x300, 0x302, 0x311; 0 for SMB 1; null before Linux 4.18.</summary>
    [Key("Dialect", Parser = nameof(TryDialect)), Unit(Unit.Hex)] public ulong? Dialect { get; private set; }

    /// <summary>Flags of the connection: <c>signed</c>, <c>posix</c>, <c>nosharesock</c>, a method of compression.</summary>
    public string[] Flags { get; private set; } = [];

    /// <summary>The number of the connection's state; 1 is good.</summary>
    [Key("TCP status")] public int? Status { get; private set; }

    /// <summary>How often the connection was restored; null before Linux 4.20.</summary>
    [Key("Instance")] public int? Reconnects { get; private set; }

    /// <summary>The number of sessions that use the connection.</summary>
    [Key("Local Users To Server")] public int? Users { get; private set; }

    /// <summary>The modes of signing and authentication.</summary>
    [Key("SecMode", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? SecurityMode { get; private set; }

    /// <summary>The requests that wait for their response.</summary>
    [Key("Req On Wire")] public int? RequestsInFlight { get; private set; }

    /// <summary>The requests being sent; null if the kernel does not count them.</summary>
    [Key("In Send")] public int? Sending { get; private set; }

    /// <summary>The requests that wait until the server accepts more; null if the kernel does not count them.</summary>
    [Key("In MaxReq Wait")] public int? Waiting { get; private set; }

    /// <summary>The sessions.</summary>
    public SmbSession[] Sessions => [.. _sessions];

    /// <summary>The version of the client: <c>2.39</c>.</summary>
    public string? ClientVersion { get; internal init; }

    /// <summary>Fields unknown to this version, such as those of SMB over RDMA, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbServer),
        new(nameof(Number), 6),
        new(nameof(HostName), 20),
        new(nameof(Dialect), 7),
        new(nameof(Status), 6),
        new(nameof(RequestsInFlight), 16),
        new(nameof(Sessions)));

    /// <summary>The name, or the number.</summary>
    public override string ToString() => DisplayText.Escape(HostName ?? $"server {Number}");

    internal List<SmbSession> SessionList => _sessions;

    static string IRow<SmbServer>.NameOf(SmbServer row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SmbServer, bool> emit) => new SmbServerReader(source, emit).Read();

    /// <summary>Takes a line about the server itself.</summary>
    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        int dialect = line.IndexOf("Dialect "u8);
        if (dialect >= 0)
        {
            string[] words = source.Intern(line[dialect..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Flags = words.Length > 2 ? words[2..] : [];
        }

        if (!line.SequenceEqual("RDMA"u8))
        {
            Labels.ReadLine(line, this, source);
        }
    }

    // "0x311 signed posix"
    private static bool TryDialect(ReadOnlySpan<byte> value, ProcSource source, out ulong? dialect)
    {
        bool parsed = Value.TryPrefixedHex(new FieldScanner(value).Next(), source, out ulong number);
        dialect = parsed ? number : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
