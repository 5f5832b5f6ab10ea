namespace ProcFs;

/// <summary>The seccomp mode of a task (seccomp(2)).</summary>
public enum SeccompMode : long
{
    /// <summary>No restriction.</summary>
    Disabled = 0,

    /// <summary>Only read, write, exit and sigreturn.</summary>
    Strict = 1,

    /// <summary>A filter program.</summary>
    Filter = 2,
}
