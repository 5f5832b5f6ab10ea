namespace ProcFs;

/// <summary>What a TCP socket waits for. Source: Documentation/networking/proc_net_tcp.rst, get_tcp4_sock() of net/ipv4/tcp_ipv4.c.</summary>
public enum TcpTimer
{
    /// <summary>No timer runs.</summary>
    None,

    /// <summary>Unacknowledged data is sent again.</summary>
    Retransmit = 1,

    /// <summary>Another timer of the socket runs: keepalive, or one that delays.</summary>
    KeepAlive = 2,

    /// <summary>The end of TIME_WAIT.</summary>
    TimeWait = 3,

    /// <summary>The other end has no room: it is asked again.</summary>
    ZeroWindowProbe = 4,
}
