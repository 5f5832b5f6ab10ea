namespace ProcFs;

/// <summary>How the system calls of a task are restricted (seccomp(2)).</summary>
public enum SeccompMode : long
{
    /// <summary>Not at all.</summary>
    Disabled = 0,

    /// <summary>Only read, write, exit and sigreturn.</summary>
    Strict = 1,

    /// <summary>By a filter program.</summary>
    Filter = 2,
}
