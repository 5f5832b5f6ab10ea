namespace ProcFs;

/// <summary>How a timer tells that it has expired (sigevent(3type)).</summary>
public enum TimerNotification : long
{
    /// <summary>SIGEV_SIGNAL: by a signal.</summary>
    Signal = 0,

    /// <summary>SIGEV_NONE: not at all.</summary>
    None = 1,

    /// <summary>SIGEV_THREAD: by a function that is called as a thread.</summary>
    Thread = 2,
}
