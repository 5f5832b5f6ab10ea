namespace ProcFs;

/// <summary>The state of a TCP connection. Source: include/net/tcp_states.h; RFC 9293.</summary>
public enum TcpState
{
    /// <summary>A state unknown to this version.</summary>
    Unknown,

    /// <summary>The connection is open in both directions.</summary>
    Established = 1,

    /// <summary>A connection was requested, and the reply is awaited.</summary>
    SynSent = 2,

    /// <summary>A connection request was received and answered.</summary>
    SynReceived = 3,

    /// <summary>This end has closed its direction, and waits for the acknowledgement.</summary>
    FinWait1 = 4,

    /// <summary>This end has closed its direction; the peer has not.</summary>
    FinWait2 = 5,

    /// <summary>Closed; late segments can still arrive.</summary>
    TimeWait = 6,

    /// <summary>Not in use.</summary>
    Close = 7,

    /// <summary>The peer has closed its direction; the program has not closed the socket yet.</summary>
    CloseWait = 8,

    /// <summary>Both ends have closed, and the last acknowledgement is awaited.</summary>
    LastAck = 9,

    /// <summary>The socket listens for connections.</summary>
    Listen = 10,

    /// <summary>Both ends have closed at the same time.</summary>
    Closing = 11,

    /// <summary>A connection request, which has no socket yet.</summary>
    NewSynReceived = 12,

    /// <summary>Bound to an address but not connected.</summary>
    BoundInactive = 13,
}
