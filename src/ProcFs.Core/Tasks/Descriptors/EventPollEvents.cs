namespace ProcFs;

/// <summary>What an event poll waits for: epoll_ctl(2), include/uapi/linux/eventpoll.h.</summary>
[Flags]
public enum EventPollEvents : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is something to read (EPOLLIN).</summary>
    In = 0x1,

    /// <summary>There is urgent data (EPOLLPRI).</summary>
    Priority = 0x2,

    /// <summary>It can be written to (EPOLLOUT).</summary>
    Out = 0x4,

    /// <summary>An error (EPOLLERR), which is always waited for.</summary>
    Error = 0x8,

    /// <summary>The other end has hung up (EPOLLHUP), which is always waited for.</summary>
    HangUp = 0x10,

    /// <summary>The same as <see cref="In"/> (EPOLLRDNORM).</summary>
    ReadNormal = 0x40,

    /// <summary>There is priority band data to read (EPOLLRDBAND).</summary>
    ReadBand = 0x80,

    /// <summary>The same as <see cref="Out"/> (EPOLLWRNORM).</summary>
    WriteNormal = 0x100,

    /// <summary>Priority band data may be written (EPOLLWRBAND).</summary>
    WriteBand = 0x200,

    /// <summary>Not used (EPOLLMSG).</summary>
    Message = 0x400,

    /// <summary>The other end has closed its half (EPOLLRDHUP).</summary>
    ReadHangUp = 0x2000,

    /// <summary>One of several waiters is woken alone (EPOLLEXCLUSIVE).</summary>
    Exclusive = 0x10000000,

    /// <summary>The machine does not sleep while the event is handled (EPOLLWAKEUP).</summary>
    WakeUp = 0x20000000,

    /// <summary>It is reported once and then switched off (EPOLLONESHOT).</summary>
    OneShot = 0x40000000,

    /// <summary>It is reported when it changes, and not as long as it lasts (EPOLLET).</summary>
    EdgeTriggered = 0x80000000,
}
