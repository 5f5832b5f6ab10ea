namespace ProcFs;

/// <summary>What became of a file descriptor.</summary>
public enum FdChangeKind : long
{
    /// <summary>It is open: since the last look, or already at the first one.</summary>
    Opened,

    /// <summary>It is open no longer: closed, or the process has ended.</summary>
    Closed,

    /// <summary>Its number stands for another file now: the one before was closed, and the number was given away again.</summary>
    Retargeted,

    /// <summary>Its position in the file has moved, forward or back.</summary>
    Advanced,
}
