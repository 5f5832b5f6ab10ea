namespace ProcFs;

/// <summary>The notification method of a timer (sigevent(3type)).</summary>
public enum TimerNotification : long
{
    /// <summary>SIGEV_SIGNAL: a signal is sent.</summary>
    Signal = 0,

    /// <summary>SIGEV_NONE: no notification.</summary>
    None = 1,

    /// <summary>SIGEV_THREAD: a function is run as a thread.</summary>
    Thread = 2,
}
