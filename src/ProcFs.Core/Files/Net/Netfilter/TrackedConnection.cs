using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/nf_conntrack</c>, or of <c>ip_conntrack</c> on old kernels: a tracked connection. Only root can read it. Source: ct_seq_show() of
/// net/netfilter/nf_conntrack_standalone.c.
/// </summary>
[Fields]
public sealed partial class TrackedConnection : ILine<TrackedConnection>, IRow<TrackedConnection>
{
    private bool _isTimeoutOdd;

    private TrackedConnection()
    {
    }

    /// <summary>The network protocol: <c>ipv4</c>, <c>ipv6</c>; null in <c>ip_conntrack</c>, which has only IPv4.</summary>
    public string? Family { get; private set; }

    /// <summary>The protocol: <c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>unknown</c>.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>The number of the protocol.</summary>
    public int? ProtocolNumber { get; private set; }

    /// <summary>The time until the entry expires; null for a connection in a flow table, which has no timeout.</summary>
    public TimeSpan? Timeout { get; private set; }

    /// <summary>The state of the protocol: <c>ESTABLISHED</c>, <c>SYN_SENT</c>; null for a protocol without states.</summary>
    public string? State { get; private set; }

    /// <summary>Whether a reply was seen.</summary>
    public bool IsReplied { get; private set; } = true;

    /// <summary>Whether it is kept when the table is full (assured).</summary>
    public bool IsAssured { get; private set; }

    /// <summary>Whether it is offloaded to a flow table.</summary>
    public bool IsOffloaded { get; private set; }

    /// <summary>Whether it is offloaded to the network device.</summary>
    public bool IsHardwareOffloaded { get; private set; }

    /// <summary>The source of the first packet.</summary>
    [Key("original.src")] public IPAddress? OriginalSource { get; private set; }

    /// <summary>The destination of the first packet.</summary>
    [Key("original.dst")] public IPAddress? OriginalDestination { get; private set; }

    /// <summary>The source port of the first packet; null for a protocol without ports.</summary>
    [Key("original.sport")] public int? OriginalSourcePort { get; private set; }

    /// <summary>The destination port of the first packet; null for a protocol without ports.</summary>
    [Key("original.dport")] public int? OriginalDestinationPort { get; private set; }

    /// <summary>Packets in the original direction; null if they are not counted (<c>net.netfilter.nf_conntrack_acct</c>).</summary>
    [Key("original.packets")] public ulong? OriginalPackets { get; private set; }

    /// <summary>The bytes of these packets; null if they are not counted.</summary>
    [Key("original.bytes"), Unit(Unit.Bytes)] public ulong? OriginalBytes { get; private set; }

    /// <summary>The source of a reply.</summary>
    [Key("reply.src")] public IPAddress? ReplySource { get; private set; }

    /// <summary>The destination of a reply.</summary>
    [Key("reply.dst")] public IPAddress? ReplyDestination { get; private set; }

    /// <summary>The source port of a reply; null for a protocol without ports.</summary>
    [Key("reply.sport")] public int? ReplySourcePort { get; private set; }

    /// <summary>The destination port of a reply; null for a protocol without ports.</summary>
    [Key("reply.dport")] public int? ReplyDestinationPort { get; private set; }

    /// <summary>Packets in the reply direction; null if they are not counted (<c>net.netfilter.nf_conntrack_acct</c>).</summary>
    [Key("reply.packets")] public ulong? ReplyPackets { get; private set; }

    /// <summary>The bytes of these packets; null if they are not counted.</summary>
    [Key("reply.bytes"), Unit(Unit.Bytes)] public ulong? ReplyBytes { get; private set; }

    /// <summary>The type of the ICMP message; null for another protocol.</summary>
    [Key("original.type")] public int? IcmpType { get; private set; }

    /// <summary>The code of the ICMP message; null for another protocol.</summary>
    [Key("original.code")] public int? IcmpCode { get; private set; }

    /// <summary>The identifier of the ICMP message; null for another protocol.</summary>
    [Key("original.id")] public int? IcmpIdentifier { get; private set; }

    /// <summary>The mark set by rules.</summary>
    [Key("mark")] public long? Mark { get; private set; }

    /// <summary>The security context; null without one.</summary>
    [Key("secctx")] public string? SecurityContext { get; private set; }

    /// <summary>The connection tracking zone; null for zone 0, or if zones apply to one direction only.</summary>
    [Key("zone")] public int? Zone { get; private set; }

    /// <summary>The age of the connection; null if it is not recorded (<c>net.netfilter.nf_conntrack_timestamp</c>).</summary>
    [Key("delta-time", Scale.Seconds)] public TimeSpan? Age { get; private set; }

    /// <summary>References in the kernel.</summary>
    [Key("use")] public long? References { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<TrackedConnection>.Form => "a protocol and the addresses of a connection";

    internal static View View => new(
        typeof(TrackedConnection),
        new(nameof(Protocol), 8),
        new(nameof(State), 12),
        new(nameof(OriginalSource), 15),
        new(nameof(OriginalSourcePort), 18),
        new(nameof(OriginalDestination), 19),
        new(nameof(OriginalDestinationPort), 23),
        new(nameof(Timeout), 12));

    /// <summary>The protocol, the addresses and the state: <c>tcp 192.0.2.5:40000 -> 192.0.2.7:22 ESTABLISHED</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Protocol} {SocketAddress.TextOf($"{OriginalSource}", OriginalSourcePort)} -> {SocketAddress.TextOf($"{OriginalDestination}", OriginalDestinationPort)} {State}".TrimEnd());

    static string IRow<TrackedConnection>.NameOf(TrackedConnection row) => $"{row.Protocol}-{row.OriginalSource}-{row.OriginalSourcePort}-{row.OriginalDestination}-{row.OriginalDestinationPort}".Replace(':', '_');

    /// <inheritdoc/>
    public static TrackedConnection? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var connection = new TrackedConnection();
        int first = line.IndexOf("src="u8);
        if (first < 0 || !connection.TakeHead(line[..first], source))
        {
            return null;
        }

        connection.TakePairs(line[first..], source);
        return connection;
    }

    // "ipv4     2 tcp      6 431999 ESTABLISHED ", and without the family "tcp      6 117 SYN_SENT ".
    private bool TakeHead(ReadOnlySpan<byte> head, ProcSource source)
    {
        var words = new FieldScanner(head);
        ReadOnlySpan<byte> name = words.Next();
        ReadOnlySpan<byte> number = words.Next();
        FieldScanner behind = words;
        ReadOnlySpan<byte> next = behind.Next();
        if (!next.IsEmpty && !char.IsAsciiDigit((char)next[0]))
        {
            Family = source.Intern(name);
            name = next;
            number = behind.Next();
            words = behind;
        }

        Protocol = source.Intern(name);
        ProtocolNumber = Number.TryInt32(number, out int protocol) ? protocol : null;
        ReadOnlySpan<byte> timeout = words.Next();
        Timeout = Value.TrySeconds(timeout, source, out TimeSpan time) ? time : null;
        _isTimeoutOdd = Timeout is null && !timeout.IsEmpty;
        ReadOnlySpan<byte> state = words.Next();
        State = state.IsEmpty ? null : source.Intern(state);
        return !name.IsEmpty;
    }

    // "src=192.0.2.5 dst=192.0.2.7 sport=1 dport=2 [UNREPLIED] src=... [ASSURED] mark=0 use=2"
    private void TakePairs(ReadOnlySpan<byte> text, ProcSource source)
    {
        IFields fields = this;
        KeyTable keys = fields.Keys;
        string prefix = "";
        var words = new FieldScanner(text);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int equal = word.IndexOf((byte)'=');
            if (equal < 0)
            {
                TakeFlag(word, source);
                continue;
            }

            prefix = !word.StartsWith("src="u8) ? prefix : prefix.Length == 0 ? "original." : "reply.";
            ReadOnlySpan<byte> name = word[..equal];
            byte[] key = [.. System.Text.Encoding.ASCII.GetBytes(IsOfDirection(name) ? prefix : ""), .. name];
            int index = keys.IndexOf(key, 0);
            if (index >= 0)
            {
                fields.Set(index, word[(equal + 1)..], source);
            }
            else
            {
                fields.Keep(key, word[(equal + 1)..], source);
            }
        }
    }

    private void TakeFlag(ReadOnlySpan<byte> flag, ProcSource source)
    {
        IsReplied &= !flag.SequenceEqual("[UNREPLIED]"u8);
        IsAssured |= flag.SequenceEqual("[ASSURED]"u8);
        IsOffloaded |= flag.SequenceEqual("[OFFLOAD]"u8);
        IsHardwareOffloaded |= flag.SequenceEqual("[HW_OFFLOAD]"u8);
        if (flag[0] != '[')
        {
            ((IFields)this).Keep(flag, default, source);
        }
    }

    private static bool IsOfDirection(ReadOnlySpan<byte> name) =>
        !(name.SequenceEqual("mark"u8) || name.SequenceEqual("use"u8) || name.StartsWith("zone"u8) || name.SequenceEqual("secctx"u8)
            || name.SequenceEqual("secmark"u8) || name.SequenceEqual("delta-time"u8));

    // A field missing from the line is null without a reason.
    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;

    private void AddMissing(ref UnavailableFields fields)
    {
        fields.Add(nameof(Timeout), _isTimeoutOdd ? UnavailableReason.Malformed : null);
        fields.Add(nameof(ProtocolNumber), ProtocolNumber is null ? UnavailableReason.Malformed : null);
    }
}
