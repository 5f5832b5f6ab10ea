namespace ProcFs;

/// <summary>The kind of a change of a descriptor.</summary>
public enum FdChangeKind : long
{
    /// <summary>It was opened since the last sample, or was already open at the first one.</summary>
    Opened,

    /// <summary>It was closed, or the process has ended.</summary>
    Closed,

    /// <summary>Its number now leads to another file: it was closed, and the number was reused.</summary>
    Retargeted,

    /// <summary>Its position in the file has moved, forward or backward.</summary>
    Advanced,
}
