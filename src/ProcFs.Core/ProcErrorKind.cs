namespace ProcFs;

/// <summary>What went wrong with a file of /proc, in the terms a user can act on.</summary>
public enum ProcErrorKind
{
    /// <summary>The process, thread or path is not there (ENOENT, ESRCH).</summary>
    NotFound,

    /// <summary>This kernel does not have the file, or the file does not do what was asked.</summary>
    NotSupported,

    /// <summary>The caller may not (EACCES, EPERM).</summary>
    AccessDenied,

    /// <summary>A line could not be parsed.</summary>
    Malformed,

    /// <summary>The kernel refused a value (EINVAL, ERANGE and the like).</summary>
    ValueRejected,

    /// <summary>Any other failure to read or write (EIO, EROFS, ENOSPC, ...).</summary>
    Io,
}
