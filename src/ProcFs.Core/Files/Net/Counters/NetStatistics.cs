using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/netstat</c>: counters of TCP, IPv4 and MPTCP in the network namespace since its creation, beyond those of <see cref="SnmpCounters"/>. A
/// kernel has about two hundred, depending on its version: the well-known ones are properties, and all of them are in <see cref="Counters"/>. Source:
/// Documentation/networking/snmp_counter.rst, net/ipv4/proc.c, net/mptcp/mib.c.
/// </summary>
[Fields]
public sealed partial class NetStatistics : IRecord<NetStatistics>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private NetStatistics()
    {
    }

    /// <summary>SYN cookies sent.</summary>
    [Key("TcpExt.SyncookiesSent")] public ulong? SynCookiesSent { get; private set; }

    /// <summary>SYN cookies received.</summary>
    [Key("TcpExt.SyncookiesRecv")] public ulong? SynCookiesReceived { get; private set; }

    /// <summary>Invalid SYN cookies received.</summary>
    [Key("TcpExt.SyncookiesFailed")] public ulong? SynCookiesFailed { get; private set; }

    /// <summary>Resets received for embryonic connections (SYN-RECEIVED).</summary>
    [Key("TcpExt.EmbryonicRsts")] public ulong? EmbryonicResets { get; private set; }

    /// <summary>The number of times that packets were pruned from the queue of a socket for lack of buffer space.</summary>
    [Key("TcpExt.PruneCalled")] public ulong? PrunedForMemory { get; private set; }

    /// <summary>Connections that entered the state TIME-WAIT.</summary>
    [Key("TcpExt.TW")] public ulong? TimeWait { get; private set; }

    /// <summary>Segments of established connections dropped because of an old timestamp.</summary>
    [Key("TcpExt.PAWSEstab")] public ulong? OldTimestamps { get; private set; }

    /// <summary>Delayed acknowledgements sent.</summary>
    [Key("TcpExt.DelayedACKs")] public ulong? DelayedAcknowledgements { get; private set; }

    /// <summary>Connections dropped because the queue of a listening socket was full.</summary>
    [Key("TcpExt.ListenOverflows")] public ulong? ListenOverflows { get; private set; }

    /// <summary>Connections dropped by a listening socket, for that or another reason.</summary>
    [Key("TcpExt.ListenDrops")] public ulong? ListenDrops { get; private set; }

    /// <summary>Retransmitted segments that were lost again.</summary>
    [Key("TcpExt.TCPLostRetransmit")] public ulong? LostRetransmits { get; private set; }

    /// <summary>Segments retransmitted in fast recovery.</summary>
    [Key("TcpExt.TCPFastRetrans")] public ulong? FastRetransmits { get; private set; }

    /// <summary>Segments retransmitted in slow start.</summary>
    [Key("TcpExt.TCPSlowStartRetrans")] public ulong? SlowStartRetransmits { get; private set; }

    /// <summary>Retransmission timeouts.</summary>
    [Key("TcpExt.TCPTimeouts")] public ulong? TcpTimeouts { get; private set; }

    /// <summary>Tail loss probes sent.</summary>
    [Key("TcpExt.TCPLossProbes")] public ulong? LossProbes { get; private set; }

    /// <summary>Duplicates reported by peers (DSACK).</summary>
    [Key("TcpExt.TCPDSACKRecv")] public ulong? DuplicatesReported { get; private set; }

    /// <summary>Connections reset because data arrived after the close.</summary>
    [Key("TcpExt.TCPAbortOnData")] public ulong? AbortsOnData { get; private set; }

    /// <summary>Connections reset because the program closed them with unread data.</summary>
    [Key("TcpExt.TCPAbortOnClose")] public ulong? AbortsOnClose { get; private set; }

    /// <summary>Connections reset for lack of memory.</summary>
    [Key("TcpExt.TCPAbortOnMemory")] public ulong? AbortsOnMemory { get; private set; }

    /// <summary>Connections dropped after too many retransmissions.</summary>
    [Key("TcpExt.TCPAbortOnTimeout")] public ulong? AbortsOnTimeout { get; private set; }

    /// <summary>Connections reset because they lingered too long.</summary>
    [Key("TcpExt.TCPAbortOnLinger")] public ulong? AbortsOnLinger { get; private set; }

    /// <summary>The number of times that TCP came under memory pressure.</summary>
    [Key("TcpExt.TCPMemoryPressures")] public ulong? MemoryPressures { get; private set; }

    /// <summary>Packets dropped because the backlog of a socket was full.</summary>
    [Key("TcpExt.TCPBacklogDrop")] public ulong? BacklogDrops { get; private set; }

    /// <summary>Packets dropped by the reverse path filter.</summary>
    [Key("TcpExt.IPReversePathFilter")] public ulong? ReversePathFiltered { get; private set; }

    /// <summary>Connection requests dropped because their queue was full.</summary>
    [Key("TcpExt.TCPReqQFullDrop")] public ulong? RequestQueueDrops { get; private set; }

    /// <summary>Segments whose retransmission failed.</summary>
    [Key("TcpExt.TCPRetransFail")] public ulong? RetransmitFailures { get; private set; }

    /// <summary>Received segments coalesced with the one before.</summary>
    [Key("TcpExt.TCPRcvCoalesce")] public ulong? ReceiveCoalesced { get; private set; }

    /// <summary>Segments received out of order.</summary>
    [Key("TcpExt.TCPOFOQueue")] public ulong? OutOfOrderQueued { get; private set; }

    /// <summary>Out-of-order segments dropped for lack of buffer space.</summary>
    [Key("TcpExt.TCPOFODrop")] public ulong? OutOfOrderDropped { get; private set; }

    /// <summary>Challenge acknowledgements sent (RFC 5961).</summary>
    [Key("TcpExt.TCPChallengeACK")] public ulong? ChallengeAcknowledgements { get; private set; }

    /// <summary>The number of times that the window was opened again from zero.</summary>
    [Key("TcpExt.TCPFromZeroWindowAdv")] public ulong? FromZeroWindow { get; private set; }

    /// <summary>The number of times that the window was closed to zero.</summary>
    [Key("TcpExt.TCPToZeroWindowAdv")] public ulong? ToZeroWindow { get; private set; }

    /// <summary>SYN segments retransmitted.</summary>
    [Key("TcpExt.TCPSynRetrans")] public ulong? SynRetransmits { get; private set; }

    /// <summary>Original data segments sent, without retransmissions.</summary>
    [Key("TcpExt.TCPOrigDataSent")] public ulong? OriginalDataSent { get; private set; }

    /// <summary>Keepalive probes sent.</summary>
    [Key("TcpExt.TCPKeepAlive")] public ulong? KeepAlives { get; private set; }

    /// <summary>Segments dropped because the receive queue was full.</summary>
    [Key("TcpExt.TCPRcvQDrop")] public ulong? ReceiveQueueDrops { get; private set; }

    /// <summary>Datagrams dropped because there was no route.</summary>
    [Key("IpExt.InNoRoutes")] public ulong? IpInNoRoutes { get; private set; }

    /// <summary>Datagrams dropped because they were truncated.</summary>
    [Key("IpExt.InTruncatedPkts")] public ulong? IpInTruncated { get; private set; }

    /// <summary>Multicast datagrams received.</summary>
    [Key("IpExt.InMcastPkts")] public ulong? IpInMulticast { get; private set; }

    /// <summary>Multicast datagrams sent.</summary>
    [Key("IpExt.OutMcastPkts")] public ulong? IpOutMulticast { get; private set; }

    /// <summary>Broadcast datagrams received.</summary>
    [Key("IpExt.InBcastPkts")] public ulong? IpInBroadcast { get; private set; }

    /// <summary>Broadcast datagrams sent.</summary>
    [Key("IpExt.OutBcastPkts")] public ulong? IpOutBroadcast { get; private set; }

    /// <summary>Bytes received.</summary>
    [Key("IpExt.InOctets"), Unit(Unit.Bytes)] public ulong? IpInBytes { get; private set; }

    /// <summary>Bytes sent.</summary>
    [Key("IpExt.OutOctets"), Unit(Unit.Bytes)] public ulong? IpOutBytes { get; private set; }

    /// <summary>Datagrams with a wrong checksum.</summary>
    [Key("IpExt.InCsumErrors")] public ulong? IpInChecksumErrors { get; private set; }

    /// <summary>Datagrams with a congestion mark (ECN CE).</summary>
    [Key("IpExt.InCEPkts")] public ulong? IpInCongestion { get; private set; }

    /// <summary>Overlapping fragments.</summary>
    [Key("IpExt.ReasmOverlaps")] public ulong? IpReassemblyOverlaps { get; private set; }

    /// <summary>MPTCP connection requests received (since 5.6; null if the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCapableSYNRX")] public ulong? MptcpRequestsReceived { get; private set; }

    /// <summary>MPTCP connection requests sent (since 5.6; null if the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCapableSYNTX")] public ulong? MptcpRequestsSent { get; private set; }

    /// <summary>MPTCP segments retransmitted (since 5.6; null if the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPTCPRetrans")] public ulong? MptcpRetransmits { get; private set; }

    /// <summary>MPTCP join requests received (since 5.6; null if the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPJoinSynRx")] public ulong? MptcpJoinsReceived { get; private set; }

    /// <summary>Established MPTCP connections (since 5.6; null if the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCurrEstab")] public ulong? MptcpEstablished { get; private set; }

    /// <summary>All counters by kernel name, with their group before a dot: <c>TcpExt.ListenDrops</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters without a number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NetStatistics),
        new(nameof(IpInBytes), 10),
        new(nameof(IpOutBytes), 10),
        new(nameof(ListenDrops), 11),
        new(nameof(TcpTimeouts), 11),
        new(nameof(SynRetransmits), 14),
        new(nameof(FastRetransmits), 15),
        new(nameof(BacklogDrops), 12));

    /// <summary>The bytes received and sent, and the connections dropped: <c>720 MB received, 840 KB sent, 0 connections dropped</c>.</summary>
    public override string ToString() => $"{Display.Size(IpInBytes)} received, {Display.Size(IpOutBytes)} sent, {ListenDrops?.ToString() ?? "?"} connections dropped";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static NetStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new NetStatistics();
        PairedLines.Read(text, statistics, source, statistics._counters);
        return statistics;
    }
}
