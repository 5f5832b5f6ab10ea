namespace ProcFs;

/// <summary>The kind of a change of a process.</summary>
public enum ProcessChangeKind : long
{
    /// <summary>It was started, as a copy of its parent.</summary>
    Started,

    /// <summary>It has executed a program: execve(2).</summary>
    Executed,

    /// <summary>Its real or effective user or group has changed.</summary>
    CredentialsChanged,

    /// <summary>It has ended, with all of its threads.</summary>
    Ended,
}
