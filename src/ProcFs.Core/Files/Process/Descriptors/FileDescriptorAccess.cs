namespace ProcFs;

/// <summary>What may be done through a file descriptor.</summary>
public enum FileDescriptorAccess : long
{
    /// <summary>Neither: it only stands for the path (O_PATH), or takes control calls alone.</summary>
    None,

    /// <summary>Reading (O_RDONLY).</summary>
    Read,

    /// <summary>Writing (O_WRONLY).</summary>
    Write,

    /// <summary>Reading and writing (O_RDWR).</summary>
    ReadWrite,
}
