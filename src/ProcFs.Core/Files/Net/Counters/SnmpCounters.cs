using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/snmp</c>: counters of IPv4, ICMP, TCP and UDP in the network namespace since it was made, as the management information bases of SNMP define
/// them. What this kernel does not count is null. Source: Documentation/networking/snmp_counter.rst, net/ipv4/proc.c, RFC 1213, RFC 2012, RFC 2013.
/// </summary>
[Fields]
public sealed partial class SnmpCounters : IRecord<SnmpCounters>
{
    private SnmpCounters()
    {
    }

    /// <summary>Whether this machine forwards datagrams, as a router does.</summary>
    [Key("Ip.Forwarding", Parser = nameof(TryForwards))] public bool? IpForwards { get; private set; }

    /// <summary>The time to live that datagrams start with, in hops.</summary>
    [Key("Ip.DefaultTTL")] public int? IpDefaultTtl { get; private set; }

    /// <summary>Datagrams received, erroneous ones included.</summary>
    [Key("Ip.InReceives")] public long? IpInReceives { get; private set; }

    /// <summary>Datagrams received with an error in their header.</summary>
    [Key("Ip.InHdrErrors")] public long? IpInHeaderErrors { get; private set; }

    /// <summary>Datagrams received whose destination is no address of this machine, or not valid.</summary>
    [Key("Ip.InAddrErrors")] public long? IpInAddressErrors { get; private set; }

    /// <summary>Datagrams forwarded.</summary>
    [Key("Ip.ForwDatagrams")] public long? IpForwarded { get; private set; }

    /// <summary>Datagrams received of a protocol that nothing here takes.</summary>
    [Key("Ip.InUnknownProtos")] public long? IpInUnknownProtocols { get; private set; }

    /// <summary>Datagrams received without an error and dropped, for lack of memory.</summary>
    [Key("Ip.InDiscards")] public long? IpInDiscards { get; private set; }

    /// <summary>Datagrams delivered to a protocol of this machine.</summary>
    [Key("Ip.InDelivers")] public long? IpInDelivers { get; private set; }

    /// <summary>Datagrams that protocols of this machine have asked to send, without those forwarded.</summary>
    [Key("Ip.OutRequests")] public long? IpOutRequests { get; private set; }

    /// <summary>Datagrams to be sent without an error and dropped, for lack of memory.</summary>
    [Key("Ip.OutDiscards")] public long? IpOutDiscards { get; private set; }

    /// <summary>Datagrams dropped since no route leads to their destination.</summary>
    [Key("Ip.OutNoRoutes")] public long? IpOutNoRoutes { get; private set; }

    /// <summary>Datagrams whose fragments did not all come in time.</summary>
    [Key("Ip.ReasmTimeout")] public long? IpReassemblyTimeouts { get; private set; }

    /// <summary>Fragments received.</summary>
    [Key("Ip.ReasmReqds")] public long? IpReassemblyRequests { get; private set; }

    /// <summary>Datagrams put together from fragments.</summary>
    [Key("Ip.ReasmOKs")] public long? IpReassembled { get; private set; }

    /// <summary>Failures to put a datagram together.</summary>
    [Key("Ip.ReasmFails")] public long? IpReassemblyFailures { get; private set; }

    /// <summary>Datagrams sent in fragments.</summary>
    [Key("Ip.FragOKs")] public long? IpFragmented { get; private set; }

    /// <summary>Datagrams dropped since they may not be fragmented.</summary>
    [Key("Ip.FragFails")] public long? IpFragmentFailures { get; private set; }

    /// <summary>Fragments sent.</summary>
    [Key("Ip.FragCreates")] public long? IpFragmentsCreated { get; private set; }

    /// <summary>Datagrams handed to a device, forwarded ones and fragments included (since 6.6).</summary>
    [Key("Ip.OutTransmits")] public long? IpOutTransmits { get; private set; }

    /// <summary>Counters that this version does not know, as text, and the ICMP messages by their types: <c>IcmpMsg.InType3</c>.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>What has been received and sent, and what is open: <c>10844 received, 7357 sent, 3 TCP connections</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{IpInReceives} received, {IpOutRequests} sent, {TcpEstablished} TCP connections");

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static SnmpCounters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new SnmpCounters();
        PairedLines.Read(text, counters, source);
        return counters;
    }

    // 1 forwards, 2 does not.
    private static bool TryForwards(ReadOnlySpan<byte> value, ProcSource source, out bool? forwards)
    {
        forwards = value is [(byte)'1'];
        return value is [(byte)'1' or (byte)'2'];
    }

    // -1 stands for a number that is not fixed.
    private static bool TryConnections(ReadOnlySpan<byte> value, ProcSource source, out long? connections)
    {
        bool parsed = Number.TryInt64(value, out long number);
        connections = number < 0 ? null : number;
        return parsed;
    }
}
