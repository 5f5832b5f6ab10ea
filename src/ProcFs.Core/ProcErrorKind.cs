namespace ProcFs;

/// <summary>The kind of a failure with a file of /proc, in terms that a user can act on.</summary>
public enum ProcErrorKind
{
    /// <summary>The process, thread or path does not exist (ENOENT, ESRCH).</summary>
    NotFound,

    /// <summary>This kernel does not have the file, or the file does not support the operation.</summary>
    NotSupported,

    /// <summary>Permission was denied (EACCES, EPERM).</summary>
    AccessDenied,

    /// <summary>A line could not be parsed.</summary>
    Malformed,

    /// <summary>The kernel rejected a value (EINVAL, ERANGE and the like).</summary>
    ValueRejected,

    /// <summary>Any other failure to read or write (EIO, EROFS, ENOSPC, ...).</summary>
    Io,
}
