namespace ProcFs;

/// <summary>How a change of a process became known.</summary>
public enum ProcessChangeSource : long
{
    /// <summary>The kernel reported it through the process connector: no change is missed, and its time is exact.</summary>
    Connector,

    /// <summary>It was found between two samples of /proc: a process that lives shorter than the interval is missed.</summary>
    Polling,
}
