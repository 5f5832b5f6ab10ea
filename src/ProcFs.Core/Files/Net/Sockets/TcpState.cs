namespace ProcFs;

/// <summary>The state of a TCP connection. Source: include/net/tcp_states.h; RFC 9293.</summary>
public enum TcpState
{
    /// <summary>A state that this version does not know.</summary>
    Unknown,

    /// <summary>Open in both directions.</summary>
    Established = 1,

    /// <summary>It has asked for a connection and waits for the answer.</summary>
    SynSent = 2,

    /// <summary>It was asked for a connection and has answered.</summary>
    SynReceived = 3,

    /// <summary>It has ended its direction, and waits for that to be acknowledged.</summary>
    FinWait1 = 4,

    /// <summary>It has ended its direction; the other end has not yet.</summary>
    FinWait2 = 5,

    /// <summary>Closed; late segments may still arrive.</summary>
    TimeWait = 6,

    /// <summary>Not in use.</summary>
    Close = 7,

    /// <summary>The other end has ended its direction; the program has not closed it yet.</summary>
    CloseWait = 8,

    /// <summary>Both have ended their directions, and it waits for the last acknowledgement.</summary>
    LastAck = 9,

    /// <summary>It waits for connections.</summary>
    Listen = 10,

    /// <summary>Both have ended their directions at once.</summary>
    Closing = 11,

    /// <summary>A request for a connection, which no socket stands for yet.</summary>
    NewSynReceived = 12,

    /// <summary>Bound to an address and not connected.</summary>
    BoundInactive = 13,
}
