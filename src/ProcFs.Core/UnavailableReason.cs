namespace ProcFs;

/// <summary>The reason why a property of an object is null although it exists for other processes, users or kernels.</summary>
public enum UnavailableReason : long
{
    /// <summary>Access was denied (EACCES, EPERM, or hidden by the kernel).</summary>
    Denied,

    /// <summary>The process, or the part of it to which the field applies, has ended: a zombie has no memory.</summary>
    Gone,

    /// <summary>This kernel does not provide it: it is too old, was built without it, or has it disabled.</summary>
    NotOnThisKernel,

    /// <summary>The file has an unreadable value for it: out of range, or in another format.</summary>
    Malformed,

    /// <summary>The capture does not contain it: it was not taken, or is known only while the machine runs.</summary>
    NotInCapture,
}
