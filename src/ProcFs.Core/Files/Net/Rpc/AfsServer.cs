using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a server of <c>/proc/net/afs/servers</c>: a file server that the AFS client uses. Source: afs_proc_servers_show() of fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsServer : ITable<AfsServer>
{
    private AfsServer()
    {
    }

    /// <summary>The UUID.</summary>
    public string Uuid { get; private set; } = "";

    /// <summary>The number of references to the server in the kernel.</summary>
    [Key("server.ref")] public long? References { get; private set; }

    /// <summary>The number of users of the server.</summary>
    [Key("server.act")] public long? Active { get; private set; }

    /// <summary>The cell that it belongs to; null in kernels before 6.8.</summary>
    [Key("server.cell")] public string? Cell { get; private set; }

    /// <summary>The addresses and ports.</summary>
    public IReadOnlyList<string> Addresses { get; private set; } = [];

    /// <summary>The address that is used first; null if none is preferred.</summary>
    public string? PreferredAddress { get; private set; }

    /// <summary>The flags of the server in the kernel.</summary>
    [Key("info.fl", Scale.Hex)] public ulong? Flags { get; private set; }

    /// <summary>The round trip time of the last probe; null if there was none.</summary>
    [Key("info.rtt", Parser = nameof(TryRoundTrip)), Unit(Unit.Duration)] public TimeSpan? RoundTripTime { get; private set; }

    /// <summary>How long ago the server was probed.</summary>
    [Key("probe.last", Scale.Seconds)] public TimeSpan? LastProbe { get; private set; }

    /// <summary>The number of probes not yet answered (before Linux 6.8).</summary>
    [Key("probe.out")] public long? ProbesOutstanding { get; private set; }

    /// <summary>The number of probes not yet answered (since Linux 6.8).</summary>
    [Key("ESTATE.np")] public long? AddressesProbed { get; private set; }

    /// <summary>Which addresses have answered, a bit for each.</summary>
    [Key("ESTATE.rsp", Scale.Hex), Key("ALIST.rsp", Scale.Hex)] public ulong? Responsive { get; private set; }

    /// <summary>Which addresses have failed, a bit for each.</summary>
    [Key("ESTATE.f", Scale.Hex), Key("ALIST.f", Scale.Hex)] public ulong? Failed { get; private set; }

    /// <summary>The version of the list of addresses.</summary>
    [Key("ALIST.v")] public long? AddressVersion { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsServer),
        new(nameof(Uuid), 36),
        new(nameof(Cell), 20),
        new(nameof(PreferredAddress), 24),
        new(nameof(Active), 6),
        new(nameof(RoundTripTime), 13));

    /// <summary>The UUID and the address.</summary>
    public override string ToString() => DisplayText.Escape($"{Uuid} {PreferredAddress ?? (Addresses is [var first, ..] ? first : "")}".TrimEnd());

    static string IRow<AfsServer>.NameOf(AfsServer row) => row.Uuid;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AfsServer, bool> emit) => Blocks.Read(
        source,
        static line => !line.IsEmpty && line[0] != ' ',
        (block, firstLine) => block.StartsWith("UUID "u8) || emit(Parse(block, firstLine, source)));

    // "0080f3a2-...  2   1 example.org", before Linux 4.17 a number of users and an address behind the UUID.
    private static AfsServer Parse(ReadOnlySpan<byte> block, int firstLine, ProcSource source)
    {
        var server = new AfsServer();
        ReadOnlySpan<byte> first = Blocks.FirstLine(block);
        var words = new FieldScanner(first);
        server.Uuid = Guid.TryParse(LosslessText.Decode(words.Next()), out Guid uuid) ? $"{uuid}" : throw source.Malformed(firstLine, first, "the UUID of a server");
        server.SetKey("server.ref"u8, words.Next(), source);
        var addresses = new List<string>();
        ReadOnlySpan<byte> third = words.Next();
        if (third.Contains((byte)':') || third.Contains((byte)'.'))
        {
            server.AddAddress(third, addresses, source);
        }
        else
        {
            server.SetKey("server.act"u8, third, source);
            server.SetKey("server.cell"u8, words.Next(), source);
        }

        var lines = new LineScanner(block[(first.Length + 1)..]);
        while (lines.Next())
        {
            server.AddLine(lines.Line, addresses, source);
        }

        server.Addresses = addresses;
        return server;
    }

    // "  - info: fl=1 rtt=431 brk=0", "  - ALIST v=1 ap=2", "    [0] 192.0.2.7:7000* rtt=431 err=0 p=4"
    private void AddLine(ReadOnlySpan<byte> line, List<string> addresses, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> word = words.Next();
        if (word is [(byte)'-'])
        {
            Assignments.ReadLine(words.Next().TrimEnd((byte)':'), words.Rest, this, source);
        }
        else if (word is [(byte)'[', ..])
        {
            AddAddress(words.Next(), addresses, source);
            Assignments.ReadLine(word, words.Rest, this, source);
        }
        else if (!word.IsEmpty)
        {
            AddAddress(word, addresses, source);
        }
    }

    // The star marks the address that is used first.
    private void AddAddress(ReadOnlySpan<byte> word, List<string> addresses, ProcSource source)
    {
        bool isPreferred = word is [.., (byte)'*'];
        addresses.Add(source.Intern(isPreferred ? word[..^1] : word));
        PreferredAddress = isPreferred ? addresses[^1] : PreferredAddress;
    }

    private void SetKey(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source)
    {
        IFields fields = this;
        if (!value.IsEmpty)
        {
            fields.Set(fields.Keys.IndexOf(key, 0), value, source);
        }
    }

    private static bool TryRoundTrip(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time) => AfsColumn.TryRoundTrip(value, source, out time);
}
