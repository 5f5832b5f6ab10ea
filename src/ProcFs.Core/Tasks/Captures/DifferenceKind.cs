namespace ProcFs;

/// <summary>What differs between two captures.</summary>
public enum DifferenceKind
{
    /// <summary>A process.</summary>
    Process,

    /// <summary>An open file descriptor of a process, by its target.</summary>
    Descriptor,

    /// <summary>A mapped file of a process.</summary>
    Mapping,

    /// <summary>A mount of the machine.</summary>
    Mount,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A module of the kernel.</summary>
    Module,

    /// <summary>A parameter of the kernel.</summary>
    Parameter,

    /// <summary>A resource limit of a process.</summary>
    Limit,

    /// <summary>A namespace of a process.</summary>
    Namespace,

    /// <summary>A counter of the machine, as a rate.</summary>
    Counter,
}
