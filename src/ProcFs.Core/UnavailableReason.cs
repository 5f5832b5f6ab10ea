namespace ProcFs;

/// <summary>Why a field of an object is null though other processes, users or kernels have it.</summary>
public enum UnavailableReason : long
{
    /// <summary>The caller may not read it (EACCES, EPERM, or hidden by the kernel).</summary>
    Denied,

    /// <summary>The process, or the part of it that the field tells of, has ended: a zombie has no memory.</summary>
    Gone,

    /// <summary>This kernel does not give it: it is too old, was built without it, or has it switched off.</summary>
    NotOnThisKernel,

    /// <summary>The file has a value for it that cannot be read: it is out of range, or not of the form that the field has.</summary>
    Malformed,
}
