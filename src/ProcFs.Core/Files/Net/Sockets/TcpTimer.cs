namespace ProcFs;

/// <summary>The timer that a TCP socket is running. Source: Documentation/networking/proc_net_tcp.rst, get_tcp4_sock() of net/ipv4/tcp_ipv4.c.</summary>
public enum TcpTimer
{
    /// <summary>No timer is running.</summary>
    None,

    /// <summary>Retransmission of unacknowledged data.</summary>
    Retransmit = 1,

    /// <summary>Another timer of the socket: keepalive, or a delay.</summary>
    KeepAlive = 2,

    /// <summary>The end of TIME_WAIT.</summary>
    TimeWait = 3,

    /// <summary>Probe of a zero window.</summary>
    ZeroWindowProbe = 4,
}
