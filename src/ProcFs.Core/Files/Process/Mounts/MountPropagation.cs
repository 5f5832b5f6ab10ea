namespace ProcFs;

/// <summary>Whether mounts and unmounts propagate to and from other mounts (mount_namespaces(7)).</summary>
[Flags]
public enum MountPropagation : long
{
    /// <summary>No propagation in either direction.</summary>
    Private = 0,

    /// <summary>Propagation to and from all mounts of its peer group.</summary>
    Shared = 1,

    /// <summary>Propagation from the peer group of the master, but not to it.</summary>
    Slave = 2,

    /// <summary>Private, and cannot be bind mounted.</summary>
    Unbindable = 4,
}
