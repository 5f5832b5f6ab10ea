namespace ProcFs;

/// <summary>The access mode of a file descriptor.</summary>
public enum FileDescriptorAccess : long
{
    /// <summary>Neither: it only refers to the path (O_PATH), or only accepts ioctl calls.</summary>
    None,

    /// <summary>Reading (O_RDONLY).</summary>
    Read,

    /// <summary>Writing (O_WRONLY).</summary>
    Write,

    /// <summary>Reading and writing (O_RDWR).</summary>
    ReadWrite,
}
