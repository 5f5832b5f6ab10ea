using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/snmp</c>: the IPv4, ICMP, TCP and UDP counters of the network namespace since its creation, as defined by the SNMP management information
/// bases. A counter that this kernel does not have is null. Source: Documentation/networking/snmp_counter.rst, net/ipv4/proc.c, RFC 1213, RFC 2012, RFC 2013.
/// </summary>
[Fields]
public sealed partial class SnmpCounters : IRecord<SnmpCounters>
{
    private SnmpCounters()
    {
    }

    /// <summary>Whether this machine forwards datagrams as a router.</summary>
    [Key("Ip.Forwarding", Parser = nameof(TryForwards))] public bool? IpForwards { get; private set; }

    /// <summary>The initial time to live of datagrams, in hops.</summary>
    [Key("Ip.DefaultTTL")] public int? IpDefaultTtl { get; private set; }

    /// <summary>The number of datagrams received, including those with errors.</summary>
    [Key("Ip.InReceives")] public long? IpInReceives { get; private set; }

    /// <summary>The number of datagrams received with header errors.</summary>
    [Key("Ip.InHdrErrors")] public long? IpInHeaderErrors { get; private set; }

    /// <summary>The number of datagrams received whose destination is invalid or not an address of this machine.</summary>
    [Key("Ip.InAddrErrors")] public long? IpInAddressErrors { get; private set; }

    /// <summary>The number of datagrams forwarded.</summary>
    [Key("Ip.ForwDatagrams")] public long? IpForwarded { get; private set; }

    /// <summary>The number of datagrams received for an unknown protocol.</summary>
    [Key("Ip.InUnknownProtos")] public long? IpInUnknownProtocols { get; private set; }

    /// <summary>The number of valid datagrams received but dropped, for lack of memory.</summary>
    [Key("Ip.InDiscards")] public long? IpInDiscards { get; private set; }

    /// <summary>The number of datagrams delivered to a protocol of this machine.</summary>
    [Key("Ip.InDelivers")] public long? IpInDelivers { get; private set; }

    /// <summary>The number of datagrams that protocols of this machine have sent, without forwarded ones.</summary>
    [Key("Ip.OutRequests")] public long? IpOutRequests { get; private set; }

    /// <summary>The number of valid datagrams to be sent but dropped, for lack of memory.</summary>
    [Key("Ip.OutDiscards")] public long? IpOutDiscards { get; private set; }

    /// <summary>The number of datagrams dropped because there is no route to their destination.</summary>
    [Key("Ip.OutNoRoutes")] public long? IpOutNoRoutes { get; private set; }

    /// <summary>The number of datagrams whose fragments did not all arrive in time.</summary>
    [Key("Ip.ReasmTimeout")] public long? IpReassemblyTimeouts { get; private set; }

    /// <summary>The number of fragments received.</summary>
    [Key("Ip.ReasmReqds")] public long? IpReassemblyRequests { get; private set; }

    /// <summary>The number of datagrams reassembled.</summary>
    [Key("Ip.ReasmOKs")] public long? IpReassembled { get; private set; }

    /// <summary>The number of reassembly failures.</summary>
    [Key("Ip.ReasmFails")] public long? IpReassemblyFailures { get; private set; }

    /// <summary>The number of datagrams sent in fragments.</summary>
    [Key("Ip.FragOKs")] public long? IpFragmented { get; private set; }

    /// <summary>The number of datagrams dropped because they must not be fragmented.</summary>
    [Key("Ip.FragFails")] public long? IpFragmentFailures { get; private set; }

    /// <summary>The number of fragments created.</summary>
    [Key("Ip.FragCreates")] public long? IpFragmentsCreated { get; private set; }

    /// <summary>The number of datagrams passed to a device, including forwarded ones and fragments (since 6.6).</summary>
    [Key("Ip.OutTransmits")] public long? IpOutTransmits { get; private set; }

    /// <summary>Counters unknown to this version, as text, and the ICMP messages by type: <c>IcmpMsg.InType3</c>.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SnmpCounters),
        new(nameof(IpInReceives), 12),
        new(nameof(IpOutRequests), 13),
        new(nameof(TcpEstablished), 14),
        new(nameof(TcpInSegments), 13),
        new(nameof(TcpOutSegments), 14),
        new(nameof(TcpRetransmittedSegments), 13) { Label = "Retransmitted" },
        new(nameof(UdpInDatagrams), 14));

    /// <summary>The datagrams received and sent, and the open connections: <c>10844 received, 7357 sent, 3 TCP connections</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{IpInReceives} received, {IpOutRequests} sent, {TcpEstablished} TCP connections");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static SnmpCounters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new SnmpCounters();
        PairedLines.Read(text, counters, source);
        return counters;
    }

    // 1: forwarding, 2: not forwarding.
    private static bool TryForwards(ReadOnlySpan<byte> value, ProcSource source, out bool? forwards)
    {
        forwards = value is [(byte)'1'];
        return value is [(byte)'1' or (byte)'2'];
    }

    // -1: not fixed.
    private static bool TryConnections(ReadOnlySpan<byte> value, ProcSource source, out long? connections)
    {
        bool parsed = Number.TryInt64(value, out long number);
        connections = number < 0 ? null : number;
        return parsed;
    }
}
