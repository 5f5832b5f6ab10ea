namespace ProcFs;

/// <summary>What may be done with a path.</summary>
public enum Access
{
    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is written.</summary>
    Write,

    /// <summary>It is read and written.</summary>
    ReadWrite,
}
