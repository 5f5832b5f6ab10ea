namespace ProcFs;

/// <summary>The access to a path.</summary>
public enum Access
{
    /// <summary>Read only.</summary>
    Read,

    /// <summary>Write only.</summary>
    Write,

    /// <summary>Read and write.</summary>
    ReadWrite,
}
