namespace ProcFs;

/// <summary>What kind of thing a file descriptor is open on.</summary>
public enum FileDescriptorType : long
{
    /// <summary>Something that this version does not know; the target has the kernel's words for it.</summary>
    Other,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A character or block device, terminals included.</summary>
    Device,

    /// <summary>A pipe, named or not.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A namespace (setns(2)).</summary>
    Namespace,

    /// <summary>Memory as a file (memfd_create(2)).</summary>
    MemFd,

    /// <summary>A buffer shared between devices.</summary>
    DmaBuf,

    /// <summary>The ring of asynchronous I/O (io_setup(2)).</summary>
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

    /// <summary>A map of BPF (bpf(2)).</summary>
    BpfMap,

    /// <summary>A program of BPF (bpf(2)).</summary>
    BpfProgram,

    /// <summary>A link of BPF (bpf(2)).</summary>
    BpfLink,

    /// <summary>A virtual machine, or a part of one (KVM).</summary>
    Kvm,

    /// <summary>A mount that is being made (fsopen(2)).</summary>
    MountContext,

    /// <summary>Notifications of a seccomp filter (seccomp_unotify(2)).</summary>
    SeccompNotify,

    /// <summary>A set of Landlock rules (landlock(7)).</summary>
    LandlockRuleset,

    /// <summary>A device that a virtual machine drives (VFIO).</summary>
    Vfio,

    /// <summary>A point in the work of a graphics device.</summary>
    SyncFile,
}
