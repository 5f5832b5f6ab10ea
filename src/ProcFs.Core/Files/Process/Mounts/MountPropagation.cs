namespace ProcFs;

/// <summary>Whether mounts and unmounts below a mount reach other mounts, and come from them (mount_namespaces(7)).</summary>
[Flags]
public enum MountPropagation : long
{
    /// <summary>Nothing passes in either direction.</summary>
    Private = 0,

    /// <summary>What happens here happens at all mounts of its peer group, and the other way round.</summary>
    Shared = 1,

    /// <summary>What happens at the master's peer group happens here, but not the other way round.</summary>
    Slave = 2,

    /// <summary>Private, and it cannot be bind mounted.</summary>
    Unbindable = 4,
}
