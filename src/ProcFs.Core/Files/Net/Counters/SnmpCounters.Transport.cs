using ProcFs.Grammar;

namespace ProcFs;

/// <content>TCP, UDP and UDP-Lite.</content>
public sealed partial class SnmpCounters
{
    /// <summary>The algorithm for the retransmission timeout, as a number of RFC 2012; 1 means other.</summary>
    [Key("Tcp.RtoAlgorithm")] public int? TcpRetransmitAlgorithm { get; private set; }

    /// <summary>The minimum retransmission timeout.</summary>
    [Key("Tcp.RtoMin", Scale.Milliseconds)] public TimeSpan? TcpRetransmitMinimum { get; private set; }

    /// <summary>The maximum retransmission timeout.</summary>
    [Key("Tcp.RtoMax", Scale.Milliseconds)] public TimeSpan? TcpRetransmitMaximum { get; private set; }

    /// <summary>The maximum number of connections; null if there is no limit.</summary>
    [Key("Tcp.MaxConn", Parser = nameof(TryConnections))] public long? TcpMaximumConnections { get; private set; }

    /// <summary>The number of connections that this machine has opened (active opens).</summary>
    [Key("Tcp.ActiveOpens")] public long? TcpActiveOpens { get; private set; }

    /// <summary>The number of connections that others have opened to this machine (passive opens).</summary>
    [Key("Tcp.PassiveOpens")] public long? TcpPassiveOpens { get; private set; }

    /// <summary>The number of connections that failed before they were established.</summary>
    [Key("Tcp.AttemptFails")] public long? TcpAttemptFails { get; private set; }

    /// <summary>The number of established connections that were reset.</summary>
    [Key("Tcp.EstabResets")] public long? TcpEstablishedResets { get; private set; }

    /// <summary>The number of connections that are established, or waiting to be closed by this machine.</summary>
    [Key("Tcp.CurrEstab")] public long? TcpEstablished { get; private set; }

    /// <summary>The number of segments received, including those with errors.</summary>
    [Key("Tcp.InSegs")] public long? TcpInSegments { get; private set; }

    /// <summary>The number of segments sent, without retransmissions.</summary>
    [Key("Tcp.OutSegs")] public long? TcpOutSegments { get; private set; }

    /// <summary>The number of segments retransmitted.</summary>
    [Key("Tcp.RetransSegs")] public long? TcpRetransmittedSegments { get; private set; }

    /// <summary>The number of segments received with errors.</summary>
    [Key("Tcp.InErrs")] public long? TcpInErrors { get; private set; }

    /// <summary>The number of segments sent that reset a connection.</summary>
    [Key("Tcp.OutRsts")] public long? TcpOutResets { get; private set; }

    /// <summary>The number of segments received with a wrong checksum (since 3.10).</summary>
    [Key("Tcp.InCsumErrors")] public long? TcpInChecksumErrors { get; private set; }

    /// <summary>The number of UDP datagrams delivered to programs.</summary>
    [Key("Udp.InDatagrams")] public long? UdpInDatagrams { get; private set; }

    /// <summary>The number of UDP datagrams received for a port without a socket.</summary>
    [Key("Udp.NoPorts")] public long? UdpNoPorts { get; private set; }

    /// <summary>The number of UDP datagrams received but not delivered for another reason.</summary>
    [Key("Udp.InErrors")] public long? UdpInErrors { get; private set; }

    /// <summary>The number of UDP datagrams sent.</summary>
    [Key("Udp.OutDatagrams")] public long? UdpOutDatagrams { get; private set; }

    /// <summary>The number of UDP datagrams dropped because the receive buffer of the socket was full.</summary>
    [Key("Udp.RcvbufErrors")] public long? UdpReceiveBufferErrors { get; private set; }

    /// <summary>The number of UDP datagrams not sent because the send buffer of the socket was full.</summary>
    [Key("Udp.SndbufErrors")] public long? UdpSendBufferErrors { get; private set; }

    /// <summary>The number of UDP datagrams received with a wrong checksum (since 3.10).</summary>
    [Key("Udp.InCsumErrors")] public long? UdpInChecksumErrors { get; private set; }

    /// <summary>The number of received UDP multicast datagrams that no socket wanted (since 3.19).</summary>
    [Key("Udp.IgnoredMulti")] public long? UdpIgnoredMulticasts { get; private set; }

    /// <summary>The number of UDP datagrams dropped because the memory of the protocol was exhausted (since 5.11).</summary>
    [Key("Udp.MemErrors")] public long? UdpMemoryErrors { get; private set; }

    /// <summary>The number of UDP-Lite datagrams delivered to programs.</summary>
    [Key("UdpLite.InDatagrams")] public long? UdpLiteInDatagrams { get; private set; }

    /// <summary>The number of UDP-Lite datagrams received for a port without a socket.</summary>
    [Key("UdpLite.NoPorts")] public long? UdpLiteNoPorts { get; private set; }

    /// <summary>The number of UDP-Lite datagrams received but not delivered for another reason.</summary>
    [Key("UdpLite.InErrors")] public long? UdpLiteInErrors { get; private set; }

    /// <summary>The number of UDP-Lite datagrams sent.</summary>
    [Key("UdpLite.OutDatagrams")] public long? UdpLiteOutDatagrams { get; private set; }

    /// <summary>The number of UDP-Lite datagrams dropped because the receive buffer of the socket was full.</summary>
    [Key("UdpLite.RcvbufErrors")] public long? UdpLiteReceiveBufferErrors { get; private set; }

    /// <summary>The number of UDP-Lite datagrams not sent because the send buffer of the socket was full.</summary>
    [Key("UdpLite.SndbufErrors")] public long? UdpLiteSendBufferErrors { get; private set; }

    /// <summary>The number of UDP-Lite datagrams received with a wrong checksum (since 3.10).</summary>
    [Key("UdpLite.InCsumErrors")] public long? UdpLiteInChecksumErrors { get; private set; }

    /// <summary>The number of received UDP-Lite multicast datagrams that no socket wanted (since 3.19).</summary>
    [Key("UdpLite.IgnoredMulti")] public long? UdpLiteIgnoredMulticasts { get; private set; }

    /// <summary>The number of UDP-Lite datagrams dropped because the memory of the protocol was exhausted (since 5.11).</summary>
    [Key("UdpLite.MemErrors")] public long? UdpLiteMemoryErrors { get; private set; }
}
