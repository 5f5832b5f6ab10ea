using ProcFs.Grammar;

namespace ProcFs;

/// <content>TCP, UDP and UDP-Lite.</content>
public sealed partial class SnmpCounters
{
    /// <summary>How the time to send a segment again is found, as a number of RFC 2012; 1 stands for another way than it names.</summary>
    [Key("Tcp.RtoAlgorithm")] public int? TcpRetransmitAlgorithm { get; private set; }

    /// <summary>The shortest time after which a segment is sent again.</summary>
    [Key("Tcp.RtoMin", Scale.Milliseconds)] public TimeSpan? TcpRetransmitMinimum { get; private set; }

    /// <summary>The longest time after which a segment is sent again.</summary>
    [Key("Tcp.RtoMax", Scale.Milliseconds)] public TimeSpan? TcpRetransmitMaximum { get; private set; }

    /// <summary>How many connections there may be; null where there is no limit.</summary>
    [Key("Tcp.MaxConn", Parser = nameof(TryConnections))] public long? TcpMaximumConnections { get; private set; }

    /// <summary>Connections that this machine has opened.</summary>
    [Key("Tcp.ActiveOpens")] public long? TcpActiveOpens { get; private set; }

    /// <summary>Connections that others have opened to this machine.</summary>
    [Key("Tcp.PassiveOpens")] public long? TcpPassiveOpens { get; private set; }

    /// <summary>Connections that failed before they were established.</summary>
    [Key("Tcp.AttemptFails")] public long? TcpAttemptFails { get; private set; }

    /// <summary>Established connections that were reset.</summary>
    [Key("Tcp.EstabResets")] public long? TcpEstablishedResets { get; private set; }

    /// <summary>Connections that are established now, or wait to be closed by this machine.</summary>
    [Key("Tcp.CurrEstab")] public long? TcpEstablished { get; private set; }

    /// <summary>Segments received, erroneous ones included.</summary>
    [Key("Tcp.InSegs")] public long? TcpInSegments { get; private set; }

    /// <summary>Segments sent, without those sent again.</summary>
    [Key("Tcp.OutSegs")] public long? TcpOutSegments { get; private set; }

    /// <summary>Segments sent again.</summary>
    [Key("Tcp.RetransSegs")] public long? TcpRetransmittedSegments { get; private set; }

    /// <summary>Segments received with an error.</summary>
    [Key("Tcp.InErrs")] public long? TcpInErrors { get; private set; }

    /// <summary>Segments sent that reset a connection.</summary>
    [Key("Tcp.OutRsts")] public long? TcpOutResets { get; private set; }

    /// <summary>Segments received with a wrong checksum (since 3.10).</summary>
    [Key("Tcp.InCsumErrors")] public long? TcpInChecksumErrors { get; private set; }

    /// <summary>UDP datagrams delivered to programs.</summary>
    [Key("Udp.InDatagrams")] public long? UdpInDatagrams { get; private set; }

    /// <summary>UDP datagrams received for a port that no socket has.</summary>
    [Key("Udp.NoPorts")] public long? UdpNoPorts { get; private set; }

    /// <summary>UDP datagrams received and not delivered for another reason.</summary>
    [Key("Udp.InErrors")] public long? UdpInErrors { get; private set; }

    /// <summary>UDP datagrams sent.</summary>
    [Key("Udp.OutDatagrams")] public long? UdpOutDatagrams { get; private set; }

    /// <summary>UDP datagrams dropped since the receive buffer of their socket was full.</summary>
    [Key("Udp.RcvbufErrors")] public long? UdpReceiveBufferErrors { get; private set; }

    /// <summary>UDP datagrams not sent since the send buffer of their socket was full.</summary>
    [Key("Udp.SndbufErrors")] public long? UdpSendBufferErrors { get; private set; }

    /// <summary>UDP datagrams received with a wrong checksum (since 3.10).</summary>
    [Key("Udp.InCsumErrors")] public long? UdpInChecksumErrors { get; private set; }

    /// <summary>UDP multicast datagrams received that no socket wanted (since 3.19).</summary>
    [Key("Udp.IgnoredMulti")] public long? UdpIgnoredMulticasts { get; private set; }

    /// <summary>UDP datagrams dropped since the memory of the protocol was used up (since 5.11).</summary>
    [Key("Udp.MemErrors")] public long? UdpMemoryErrors { get; private set; }

    /// <summary>UDP-Lite datagrams delivered to programs.</summary>
    [Key("UdpLite.InDatagrams")] public long? UdpLiteInDatagrams { get; private set; }

    /// <summary>UDP-Lite datagrams received for a port that no socket has.</summary>
    [Key("UdpLite.NoPorts")] public long? UdpLiteNoPorts { get; private set; }

    /// <summary>UDP-Lite datagrams received and not delivered for another reason.</summary>
    [Key("UdpLite.InErrors")] public long? UdpLiteInErrors { get; private set; }

    /// <summary>UDP-Lite datagrams sent.</summary>
    [Key("UdpLite.OutDatagrams")] public long? UdpLiteOutDatagrams { get; private set; }

    /// <summary>UDP-Lite datagrams dropped since the receive buffer of their socket was full.</summary>
    [Key("UdpLite.RcvbufErrors")] public long? UdpLiteReceiveBufferErrors { get; private set; }

    /// <summary>UDP-Lite datagrams not sent since the send buffer of their socket was full.</summary>
    [Key("UdpLite.SndbufErrors")] public long? UdpLiteSendBufferErrors { get; private set; }

    /// <summary>UDP-Lite datagrams received with a wrong checksum (since 3.10).</summary>
    [Key("UdpLite.InCsumErrors")] public long? UdpLiteInChecksumErrors { get; private set; }

    /// <summary>UDP-Lite multicast datagrams received that no socket wanted (since 3.19).</summary>
    [Key("UdpLite.IgnoredMulti")] public long? UdpLiteIgnoredMulticasts { get; private set; }

    /// <summary>UDP-Lite datagrams dropped since the memory of the protocol was used up (since 5.11).</summary>
    [Key("UdpLite.MemErrors")] public long? UdpLiteMemoryErrors { get; private set; }
}
