using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/snmp6</c> and the files of <c>/proc/net/dev_snmp6</c>: counters of IPv6, ICMPv6 and UDP in the network namespace, or of IPv6 and ICMPv6 on a
/// network device. A kernel has about ninety, depending on its version: the well-known ones are properties, and all of them are in <see cref="Counters"/>. Source:
/// RFC 4293, net/ipv6/proc.c.
/// </summary>
[Fields]
public sealed partial class Snmp6Counters : IRecord<Snmp6Counters>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private Snmp6Counters()
    {
    }

    /// <summary>The index of the network device, hexadecimal in the file before 2.6.36; null in the file of the network namespace.</summary>
    [Key("ifIndex")] public int? InterfaceIndex { get; private set; }

    /// <summary>Datagrams received, including those with errors.</summary>
    [Key("Ip6InReceives")] public ulong? IpInReceives { get; private set; }

    /// <summary>Datagrams received with a header error.</summary>
    [Key("Ip6InHdrErrors")] public ulong? IpInHeaderErrors { get; private set; }

    /// <summary>Datagrams too big to be forwarded.</summary>
    [Key("Ip6InTooBigErrors")] public ulong? IpInTooBig { get; private set; }

    /// <summary>Datagrams received without a route to their destination.</summary>
    [Key("Ip6InNoRoutes")] public ulong? IpInNoRoutes { get; private set; }

    /// <summary>Datagrams received for an invalid address.</summary>
    [Key("Ip6InAddrErrors")] public ulong? IpInAddressErrors { get; private set; }

    /// <summary>Datagrams received for an unknown protocol.</summary>
    [Key("Ip6InUnknownProtos")] public ulong? IpInUnknownProtocols { get; private set; }

    /// <summary>Truncated datagrams received.</summary>
    [Key("Ip6InTruncatedPkts")] public ulong? IpInTruncated { get; private set; }

    /// <summary>Datagrams received without an error, but dropped.</summary>
    [Key("Ip6InDiscards")] public ulong? IpInDiscards { get; private set; }

    /// <summary>Datagrams delivered to local protocols.</summary>
    [Key("Ip6InDelivers")] public ulong? IpInDelivers { get; private set; }

    /// <summary>Datagrams forwarded.</summary>
    [Key("Ip6OutForwDatagrams")] public ulong? IpForwarded { get; private set; }

    /// <summary>Datagrams that local protocols requested to send.</summary>
    [Key("Ip6OutRequests")] public ulong? IpOutRequests { get; private set; }

    /// <summary>Outgoing datagrams without an error, but dropped.</summary>
    [Key("Ip6OutDiscards")] public ulong? IpOutDiscards { get; private set; }

    /// <summary>Outgoing datagrams dropped because there was no route.</summary>
    [Key("Ip6OutNoRoutes")] public ulong? IpOutNoRoutes { get; private set; }

    /// <summary>Failed reassemblies.</summary>
    [Key("Ip6ReasmFails")] public ulong? IpReassemblyFailures { get; private set; }

    /// <summary>Datagrams that could not be fragmented.</summary>
    [Key("Ip6FragFails")] public ulong? IpFragmentFailures { get; private set; }

    /// <summary>Multicast datagrams received.</summary>
    [Key("Ip6InMcastPkts")] public ulong? IpInMulticast { get; private set; }

    /// <summary>Multicast datagrams sent.</summary>
    [Key("Ip6OutMcastPkts")] public ulong? IpOutMulticast { get; private set; }

    /// <summary>Bytes received.</summary>
    [Key("Ip6InOctets"), Unit(Unit.Bytes)] public ulong? IpInBytes { get; private set; }

    /// <summary>Bytes sent.</summary>
    [Key("Ip6OutOctets"), Unit(Unit.Bytes)] public ulong? IpOutBytes { get; private set; }

    /// <summary>ICMPv6 messages received.</summary>
    [Key("Icmp6InMsgs")] public ulong? IcmpInMessages { get; private set; }

    /// <summary>ICMPv6 messages received with an error.</summary>
    [Key("Icmp6InErrors")] public ulong? IcmpInErrors { get; private set; }

    /// <summary>ICMPv6 messages sent.</summary>
    [Key("Icmp6OutMsgs")] public ulong? IcmpOutMessages { get; private set; }

    /// <summary>"Destination unreachable" messages received.</summary>
    [Key("Icmp6InDestUnreachs")] public ulong? IcmpInDestinationUnreachable { get; private set; }

    /// <summary>"Packet too big" messages received.</summary>
    [Key("Icmp6InPktTooBigs")] public ulong? IcmpInPacketTooBig { get; private set; }

    /// <summary>"Echo request" messages received.</summary>
    [Key("Icmp6InEchos")] public ulong? IcmpInEchoes { get; private set; }

    /// <summary>"Echo reply" messages received.</summary>
    [Key("Icmp6InEchoReplies")] public ulong? IcmpInEchoReplies { get; private set; }

    /// <summary>Router advertisements received.</summary>
    [Key("Icmp6InRouterAdvertisements")] public ulong? IcmpInRouterAdvertisements { get; private set; }

    /// <summary>Neighbor solicitations received.</summary>
    [Key("Icmp6InNeighborSolicits")] public ulong? IcmpInNeighborSolicitations { get; private set; }

    /// <summary>Neighbor advertisements received.</summary>
    [Key("Icmp6InNeighborAdvertisements")] public ulong? IcmpInNeighborAdvertisements { get; private set; }

    /// <summary>Neighbor solicitations sent.</summary>
    [Key("Icmp6OutNeighborSolicits")] public ulong? IcmpOutNeighborSolicitations { get; private set; }

    /// <summary>Neighbor advertisements sent.</summary>
    [Key("Icmp6OutNeighborAdvertisements")] public ulong? IcmpOutNeighborAdvertisements { get; private set; }

    /// <summary>UDP datagrams delivered.</summary>
    [Key("Udp6InDatagrams")] public ulong? UdpInDatagrams { get; private set; }

    /// <summary>UDP datagrams received for a port without a socket.</summary>
    [Key("Udp6NoPorts")] public ulong? UdpNoPorts { get; private set; }

    /// <summary>UDP datagrams not delivered for another reason.</summary>
    [Key("Udp6InErrors")] public ulong? UdpInErrors { get; private set; }

    /// <summary>UDP datagrams sent.</summary>
    [Key("Udp6OutDatagrams")] public ulong? UdpOutDatagrams { get; private set; }

    /// <summary>UDP datagrams dropped because the receive buffer of the socket was full.</summary>
    [Key("Udp6RcvbufErrors")] public ulong? UdpReceiveBufferErrors { get; private set; }

    /// <summary>UDP datagrams not sent because the send buffer of the socket was full.</summary>
    [Key("Udp6SndbufErrors")] public ulong? UdpSendBufferErrors { get; private set; }

    /// <summary>All counters by kernel name: <c>Ip6InReceives</c>, <c>Icmp6OutType143</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters without a number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(Snmp6Counters),
        new(nameof(IpInReceives), 12),
        new(nameof(IpInBytes), 9),
        new(nameof(IpOutRequests), 13),
        new(nameof(IpOutBytes), 10),
        new(nameof(IcmpInMessages), 14),
        new(nameof(IcmpOutMessages), 15),
        new(nameof(UdpInDatagrams), 14));

    /// <summary>The datagrams received and sent: <c>10844 received, 7357 sent</c>.</summary>
    public override string ToString() => $"{IpInReceives?.ToString() ?? "?"} received, {IpOutRequests?.ToString() ?? "?"} sent";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static Snmp6Counters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new Snmp6Counters();
        CounterLines.Read(text, counters, counters._counters, source);
        counters._counters.Remove("ifIndex");
        return counters;
    }

    // The file of the namespace has no device index, and UDP is not counted per device.
    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || property == nameof(InterfaceIndex) || (InterfaceIndex is not null && property.StartsWith("Udp", StringComparison.Ordinal))
            ? null
            : UnavailableReason.NotOnThisKernel;
}
