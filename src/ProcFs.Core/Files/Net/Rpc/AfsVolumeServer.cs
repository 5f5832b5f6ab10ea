using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a server of <c>/proc/net/afs/(cell)/vlservers</c>: a volume location server of an AFS cell. Source: afs_proc_cell_vlservers_show() of
/// fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsVolumeServer : ITable<AfsVolumeServer>
{
    private AfsVolumeServer()
    {
    }

    /// <summary>The name; before Linux 4.20, the address.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The priority of its DNS record.</summary>
    [Key("server.p")] public int? Priority { get; private set; }

    /// <summary>The weight of its DNS record.</summary>
    [Key("server.w")] public int? Weight { get; private set; }

    /// <summary>Where its addresses come from: <c>cfg</c>, <c>A</c>, <c>AFSDB</c>, <c>SRV</c>, <c>nss</c>; <c>unav</c> for nowhere.</summary>
    [Key("server.s", Parser = nameof(TrySource))] public string? Source { get; private set; }

    /// <summary>What came of looking them up: <c>good</c>, <c>good/bad</c>, <c>bad</c>, <c>not-found</c>, <c>no-lookup</c>.</summary>
    [Key("server.s", Parser = nameof(TryStatus))] public string? Status { get; private set; }

    /// <summary>The addresses and ports.</summary>
    public IReadOnlyList<string> Addresses { get; private set; } = [];

    /// <summary>The address that is used first; null if none is preferred.</summary>
    public string? PreferredAddress { get; private set; }

    /// <summary>The flags of the server in the kernel.</summary>
    [Key("info.fl", Scale.Hex)] public ulong? Flags { get; private set; }

    /// <summary>The round trip time of the last probe; null if there was none.</summary>
    [Key("info.rtt", Parser = nameof(TryRoundTrip)), Unit(Unit.Duration)] public TimeSpan? RoundTripTime { get; private set; }

    /// <summary>The flags of the last probe.</summary>
    [Key("probe.fl", Scale.Hex)] public ulong? ProbeFlags { get; private set; }

    /// <summary>The error of the last probe as errno, below zero; 0 without one.</summary>
    [Key("probe.e")] public int? ProbeError { get; private set; }

    /// <summary>The code with which the server has aborted the last probe; 0 without one.</summary>
    [Key("probe.ac")] public int? ProbeAbortCode { get; private set; }

    /// <summary>The number of probes not yet answered.</summary>
    [Key("probe.out")] public long? ProbesOutstanding { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsVolumeServer),
        new(nameof(Name), 32),
        new(nameof(PreferredAddress), 24),
        new(nameof(Source), 6),
        new(nameof(Status), 12),
        new(nameof(RoundTripTime), 13));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<AfsVolumeServer>.NameOf(AfsVolumeServer row) => row.Name.Replace('/', '_').Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AfsVolumeServer, bool> emit) => Blocks.Read(
        source,
        static line => !line.IsEmpty && line[0] is not ((byte)' ' or (byte)'#'),
        (block, firstLine) => Blocks.FirstLine(block) is [(byte)'#', ..] || emit(Parse(block, firstLine, source)));

    private static AfsVolumeServer Parse(ReadOnlySpan<byte> block, int firstLine, ProcSource source)
    {
        var server = new AfsVolumeServer();
        ReadOnlySpan<byte> first = Blocks.FirstLine(block);
        ReadOnlySpan<byte> name = new FieldScanner(first).Next();
        server.Name = name.IsEmpty || name[0] == '#' ? throw source.Malformed(firstLine, first, "the name of a server") : source.Intern(name);
        int open = first.LastIndexOf("["u8);
        if (open > name.Length && first.EndsWith("]:"u8))
        {
            Assignments.ReadLine("server"u8, first[(open + 1)..^2], server, source);
        }

        var addresses = new List<string>();
        var lines = new LineScanner(block[(first.Length + 1)..]);
        while (lines.Next())
        {
            server.AddLine(lines.Line, addresses, source);
        }

        server.Addresses = addresses;
        return server;
    }

    // " > 192.0.2.7:7003", " - 192.0.2.8:7003", " info: fl=1 rtt=431"
    private void AddLine(ReadOnlySpan<byte> line, List<string> addresses, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> word = words.Next();
        if (word is [(byte)'>' or (byte)'-'])
        {
            addresses.Add(source.Intern(words.Next()));
            PreferredAddress = word[0] == '>' ? addresses[^1] : PreferredAddress;
        }
        else if (word is [.. var prefix, (byte)':'])
        {
            Assignments.ReadLine(prefix, words.Rest, this, source);
        }
        else if (!word.IsEmpty)
        {
            ((IFields)this).Keep(word, words.Rest, source);
        }
    }

    // "SRV,good"
    private static bool TrySource(ReadOnlySpan<byte> value, ProcSource source, out string? text)
    {
        int comma = value.IndexOf((byte)',');
        text = comma < 0 ? null : source.Intern(value[..comma]);
        return comma >= 0;
    }

    private static bool TryStatus(ReadOnlySpan<byte> value, ProcSource source, out string? text)
    {
        int comma = value.IndexOf((byte)',');
        text = comma < 0 ? null : source.Intern(value[(comma + 1)..]);
        return comma >= 0;
    }

    private static bool TryRoundTrip(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time) => AfsColumn.TryRoundTrip(value, source, out time);
}
