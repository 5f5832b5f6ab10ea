namespace ProcFs;

/// <summary>The events of an event poll: epoll_ctl(2), include/uapi/linux/eventpoll.h.</summary>
[Flags]
public enum EventPollEvents : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Readable (EPOLLIN).</summary>
    In = 0x1,

    /// <summary>Urgent data (EPOLLPRI).</summary>
    Priority = 0x2,

    /// <summary>Writable (EPOLLOUT).</summary>
    Out = 0x4,

    /// <summary>An error (EPOLLERR), which is always reported.</summary>
    Error = 0x8,

    /// <summary>A hangup (EPOLLHUP), which is always reported.</summary>
    HangUp = 0x10,

    /// <summary>The same as <see cref="In"/> (EPOLLRDNORM).</summary>
    ReadNormal = 0x40,

    /// <summary>Priority band data to read (EPOLLRDBAND).</summary>
    ReadBand = 0x80,

    /// <summary>The same as <see cref="Out"/> (EPOLLWRNORM).</summary>
    WriteNormal = 0x100,

    /// <summary>Writable for priority band data (EPOLLWRBAND).</summary>
    WriteBand = 0x200,

    /// <summary>Not used (EPOLLMSG).</summary>
    Message = 0x400,

    /// <summary>The peer has shut down writing (EPOLLRDHUP).</summary>
    ReadHangUp = 0x2000,

    /// <summary>Only one of several waiters is woken (EPOLLEXCLUSIVE).</summary>
    Exclusive = 0x10000000,

    /// <summary>Prevents sleep while the event is handled (EPOLLWAKEUP).</summary>
    WakeUp = 0x20000000,

    /// <summary>Disabled after one event (EPOLLONESHOT).</summary>
    OneShot = 0x40000000,

    /// <summary>Edge-triggered (EPOLLET).</summary>
    EdgeTriggered = 0x80000000,
}
