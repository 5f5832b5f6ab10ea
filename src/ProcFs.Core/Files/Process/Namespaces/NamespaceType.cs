namespace ProcFs;

/// <summary>What a namespace sets apart, by the kernel's own short names (namespaces(7)).</summary>
public enum NamespaceType : long
{
    /// <summary>Something that this version does not know; the target has the kernel's word for it.</summary>
    Other,

    /// <summary>Paths of control groups.</summary>
    Cgroup,

    /// <summary>System V IPC and POSIX message queues.</summary>
    Ipc,

    /// <summary>Mounts.</summary>
    Mnt,

    /// <summary>Network devices, addresses, ports.</summary>
    Net,

    /// <summary>Process ids.</summary>
    Pid,

    /// <summary>The monotonic and boot clocks.</summary>
    Time,

    /// <summary>User and group ids.</summary>
    User,

    /// <summary>Host name and NIS domain.</summary>
    Uts,
}
