using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/netstat</c>: counters of TCP, IPv4 and MPTCP in the network namespace since it was made, beyond those of <see cref="SnmpCounters"/>. A kernel has some two hundred by
/// its version: the well-known ones are properties, and all of them are <see cref="Counters"/>. Source: Documentation/networking/snmp_counter.rst, net/ipv4/proc.c,
/// net/mptcp/mib.c.
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

    /// <summary>Resets received for connections that were not yet open.</summary>
    [Key("TcpExt.EmbryonicRsts")] public ulong? EmbryonicResets { get; private set; }

    /// <summary>How often packets were dropped from the queue of a socket for lack of room.</summary>
    [Key("TcpExt.PruneCalled")] public ulong? PrunedForMemory { get; private set; }

    /// <summary>Connections that went through the state TIME-WAIT.</summary>
    [Key("TcpExt.TW")] public ulong? TimeWait { get; private set; }

    /// <summary>Segments of open connections dropped for an old timestamp.</summary>
    [Key("TcpExt.PAWSEstab")] public ulong? OldTimestamps { get; private set; }

    /// <summary>Delayed acknowledgements sent.</summary>
    [Key("TcpExt.DelayedACKs")] public ulong? DelayedAcknowledgements { get; private set; }

    /// <summary>Connections dropped since the queue of a listening socket was full.</summary>
    [Key("TcpExt.ListenOverflows")] public ulong? ListenOverflows { get; private set; }

    /// <summary>Connections that a listening socket dropped, for that or another reason.</summary>
    [Key("TcpExt.ListenDrops")] public ulong? ListenDrops { get; private set; }

    /// <summary>Retransmitted segments that were lost again.</summary>
    [Key("TcpExt.TCPLostRetransmit")] public ulong? LostRetransmits { get; private set; }

    /// <summary>Segments sent again in fast recovery.</summary>
    [Key("TcpExt.TCPFastRetrans")] public ulong? FastRetransmits { get; private set; }

    /// <summary>Segments sent again in slow start.</summary>
    [Key("TcpExt.TCPSlowStartRetrans")] public ulong? SlowStartRetransmits { get; private set; }

    /// <summary>Retransmission timeouts.</summary>
    [Key("TcpExt.TCPTimeouts")] public ulong? TcpTimeouts { get; private set; }

    /// <summary>Tail loss probes sent.</summary>
    [Key("TcpExt.TCPLossProbes")] public ulong? LossProbes { get; private set; }

    /// <summary>Duplicates that the other ends reported.</summary>
    [Key("TcpExt.TCPDSACKRecv")] public ulong? DuplicatesReported { get; private set; }

    /// <summary>Connections reset since data came after their end.</summary>
    [Key("TcpExt.TCPAbortOnData")] public ulong? AbortsOnData { get; private set; }

    /// <summary>Connections reset since the program closed them with data unread.</summary>
    [Key("TcpExt.TCPAbortOnClose")] public ulong? AbortsOnClose { get; private set; }

    /// <summary>Connections reset for lack of memory.</summary>
    [Key("TcpExt.TCPAbortOnMemory")] public ulong? AbortsOnMemory { get; private set; }

    /// <summary>Connections given up after too many retransmits.</summary>
    [Key("TcpExt.TCPAbortOnTimeout")] public ulong? AbortsOnTimeout { get; private set; }

    /// <summary>Connections reset since they lingered too long.</summary>
    [Key("TcpExt.TCPAbortOnLinger")] public ulong? AbortsOnLinger { get; private set; }

    /// <summary>How often TCP came under memory pressure.</summary>
    [Key("TcpExt.TCPMemoryPressures")] public ulong? MemoryPressures { get; private set; }

    /// <summary>Packets dropped since the backlog of a socket was full.</summary>
    [Key("TcpExt.TCPBacklogDrop")] public ulong? BacklogDrops { get; private set; }

    /// <summary>Packets dropped by the reverse path filter.</summary>
    [Key("TcpExt.IPReversePathFilter")] public ulong? ReversePathFiltered { get; private set; }

    /// <summary>Connection requests dropped since their queue was full.</summary>
    [Key("TcpExt.TCPReqQFullDrop")] public ulong? RequestQueueDrops { get; private set; }

    /// <summary>Segments that could not be sent again.</summary>
    [Key("TcpExt.TCPRetransFail")] public ulong? RetransmitFailures { get; private set; }

    /// <summary>Segments received and joined with the one before.</summary>
    [Key("TcpExt.TCPRcvCoalesce")] public ulong? ReceiveCoalesced { get; private set; }

    /// <summary>Segments that came out of order.</summary>
    [Key("TcpExt.TCPOFOQueue")] public ulong? OutOfOrderQueued { get; private set; }

    /// <summary>Segments out of order dropped for lack of room.</summary>
    [Key("TcpExt.TCPOFODrop")] public ulong? OutOfOrderDropped { get; private set; }

    /// <summary>Challenge acknowledgements sent (RFC 5961).</summary>
    [Key("TcpExt.TCPChallengeACK")] public ulong? ChallengeAcknowledgements { get; private set; }

    /// <summary>How often a window went from zero to more.</summary>
    [Key("TcpExt.TCPFromZeroWindowAdv")] public ulong? FromZeroWindow { get; private set; }

    /// <summary>How often a window went to zero.</summary>
    [Key("TcpExt.TCPToZeroWindowAdv")] public ulong? ToZeroWindow { get; private set; }

    /// <summary>SYN segments sent again.</summary>
    [Key("TcpExt.TCPSynRetrans")] public ulong? SynRetransmits { get; private set; }

    /// <summary>Segments with data sent for the first time.</summary>
    [Key("TcpExt.TCPOrigDataSent")] public ulong? OriginalDataSent { get; private set; }

    /// <summary>Keepalive probes sent.</summary>
    [Key("TcpExt.TCPKeepAlive")] public ulong? KeepAlives { get; private set; }

    /// <summary>Segments dropped since the receive queue was full.</summary>
    [Key("TcpExt.TCPRcvQDrop")] public ulong? ReceiveQueueDrops { get; private set; }

    /// <summary>Datagrams dropped since no route leads to them.</summary>
    [Key("IpExt.InNoRoutes")] public ulong? IpInNoRoutes { get; private set; }

    /// <summary>Datagrams dropped since they were cut.</summary>
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

    /// <summary>Datagrams marked by a congested router.</summary>
    [Key("IpExt.InCEPkts")] public ulong? IpInCongestion { get; private set; }

    /// <summary>Fragments that overlap.</summary>
    [Key("IpExt.ReasmOverlaps")] public ulong? IpReassemblyOverlaps { get; private set; }

    /// <summary>Requests for MPTCP received (since 5.6; null where the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCapableSYNRX")] public ulong? MptcpRequestsReceived { get; private set; }

    /// <summary>Requests for MPTCP sent (since 5.6; null where the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCapableSYNTX")] public ulong? MptcpRequestsSent { get; private set; }

    /// <summary>MPTCP segments sent again (since 5.6; null where the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPTCPRetrans")] public ulong? MptcpRetransmits { get; private set; }

    /// <summary>Requests to join received (since 5.6; null where the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPJoinSynRx")] public ulong? MptcpJoinsReceived { get; private set; }

    /// <summary>MPTCP connections that are open now (since 5.6; null where the kernel lacks MPTCP).</summary>
    [Key("MPTcpExt.MPCurrEstab")] public ulong? MptcpEstablished { get; private set; }

    /// <summary>All counters by the kernel's names, with their group before a point: <c>TcpExt.ListenDrops</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters that are no number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>What has been received and sent, and what was dropped: <c>720 MB received, 840 KB sent, 0 connections dropped</c>.</summary>
    public override string ToString() => $"{Display.Size(IpInBytes)} received, {Display.Size(IpOutBytes)} sent, {ListenDrops?.ToString() ?? "?"} connections dropped";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static NetStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new NetStatistics();
        PairedLines.Read(text, statistics, source, statistics._counters);
        return statistics;
    }
}
