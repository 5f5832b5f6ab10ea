namespace ProcFs;

/// <summary>The type of the object that a file descriptor is open on.</summary>
public enum FileDescriptorType : long
{
    /// <summary>A type unknown to this version; the target has the text from the kernel.</summary>
    Other,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A character or block device, including terminals.</summary>
    Device,

    /// <summary>A pipe, named or not.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A namespace (setns(2)).</summary>
    Namespace,

    /// <summary>A memory file (memfd_create(2)).</summary>
    MemFd,

    /// <summary>A buffer shared between devices (dma-buf).</summary>
    DmaBuf,

    /// <summary>An asynchronous I/O context (io_setup(2)).</summary>
    Aio,

    /// <summary>epoll(7).</summary>
    EventPoll,

    /// <summary>eventfd(2).</summary>
    EventFd,

    /// <summary>timerfd_create(2).</summary>
    TimerFd,

    /// <summary>signalfd(2).</summary>
    SignalFd,

    /// <summary>inotify(7).</summary>
    Inotify,

    /// <summary>fanotify(7).</summary>
    Fanotify,

    /// <summary>A process (pidfd_open(2)).</summary>
    PidFd,

    /// <summary>io_uring(7).</summary>
    IoUring,

    /// <summary>userfaultfd(2).</summary>
    UserFaultFd,

    /// <summary>perf_event_open(2).</summary>
    PerfEvent,

    /// <summary>A BPF map (bpf(2)).</summary>
    BpfMap,

    /// <summary>A BPF program (bpf(2)).</summary>
    BpfProgram,

    /// <summary>A BPF link (bpf(2)).</summary>
    BpfLink,

    /// <summary>A virtual machine, or a part of one (KVM).</summary>
    Kvm,

    /// <summary>A file system context (fsopen(2)).</summary>
    MountContext,

    /// <summary>Notifications of a seccomp filter (seccomp_unotify(2)).</summary>
    SeccompNotify,

    /// <summary>A Landlock ruleset (landlock(7)).</summary>
    LandlockRuleset,

    /// <summary>A device assigned to a virtual machine (VFIO).</summary>
    Vfio,

    /// <summary>A synchronization point of a graphics device.</summary>
    SyncFile,
}
