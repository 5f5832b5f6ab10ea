namespace ProcFs;

/// <summary>The type of a namespace, with the short names of the kernel (namespaces(7)).</summary>
public enum NamespaceType : long
{
    /// <summary>A type unknown to this version; the target has the text from the kernel.</summary>
    Other,

    /// <summary>Control group paths.</summary>
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
