namespace ProcFs;

/// <summary>The types of objects without a path, by the names that the kernel writes in a link.</summary>
internal static class ObjectTypes
{
    private static readonly (byte[] Name, FileDescriptorType Type)[] s_anonymous =
    [
        ("eventpoll"u8.ToArray(), FileDescriptorType.EventPoll),
        ("eventfd"u8.ToArray(), FileDescriptorType.EventFd),
        ("timerfd"u8.ToArray(), FileDescriptorType.TimerFd),
        ("signalfd"u8.ToArray(), FileDescriptorType.SignalFd),
        ("inotify"u8.ToArray(), FileDescriptorType.Inotify),
        ("fanotify"u8.ToArray(), FileDescriptorType.Fanotify),
        ("pidfd"u8.ToArray(), FileDescriptorType.PidFd),
        ("dmabuf"u8.ToArray(), FileDescriptorType.DmaBuf),
        ("io_uring"u8.ToArray(), FileDescriptorType.IoUring),
        ("userfaultfd"u8.ToArray(), FileDescriptorType.UserFaultFd),
        ("perf_event"u8.ToArray(), FileDescriptorType.PerfEvent),

        // Only Linux 2.6.31.
        ("perf_counter"u8.ToArray(), FileDescriptorType.PerfEvent),
        ("bpf-map"u8.ToArray(), FileDescriptorType.BpfMap),
        ("bpf-prog"u8.ToArray(), FileDescriptorType.BpfProgram),
        ("bpf_link"u8.ToArray(), FileDescriptorType.BpfLink),

        // The links before Linux 5.7.
        ("bpf-raw-tracepoint"u8.ToArray(), FileDescriptorType.BpfLink),
        ("bpf-tracing-prog"u8.ToArray(), FileDescriptorType.BpfLink),
        ("fscontext"u8.ToArray(), FileDescriptorType.MountContext),
        ("seccomp notify"u8.ToArray(), FileDescriptorType.SeccompNotify),
        ("landlock-ruleset"u8.ToArray(), FileDescriptorType.LandlockRuleset),
        ("vfio-device"u8.ToArray(), FileDescriptorType.Vfio),
        ("sync_file"u8.ToArray(), FileDescriptorType.SyncFile),
    ];

    private static readonly (byte[] Name, FileDescriptorType Type)[] s_numbered =
    [
        ("socket"u8.ToArray(), FileDescriptorType.Socket),
        ("pipe"u8.ToArray(), FileDescriptorType.Pipe),
        ("cgroup"u8.ToArray(), FileDescriptorType.Namespace),
        ("ipc"u8.ToArray(), FileDescriptorType.Namespace),
        ("mnt"u8.ToArray(), FileDescriptorType.Namespace),
        ("net"u8.ToArray(), FileDescriptorType.Namespace),
        ("pid"u8.ToArray(), FileDescriptorType.Namespace),
        ("time"u8.ToArray(), FileDescriptorType.Namespace),
        ("user"u8.ToArray(), FileDescriptorType.Namespace),
        ("uts"u8.ToArray(), FileDescriptorType.Namespace),

        // Before Linux 2.6.22 it had a file system of its own.
        ("eventpoll"u8.ToArray(), FileDescriptorType.EventPoll),

        // Only Linux 6.9 as released; later kernels write anon_inode again (fs/pidfs.c).
        ("pidfd"u8.ToArray(), FileDescriptorType.PidFd),
    ];

    private static ReadOnlySpan<byte> AnonymousPrefix => "anon_inode:"u8;

    /// <summary>The type of <c>kind:[inode]</c>, <c>anon_inode:[kind]</c> or <c>anon_inode:kind</c>.</summary>
    public static FileDescriptorType Of(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(AnonymousPrefix))
        {
            return OfAnonymous(text[AnonymousPrefix.Length..]);
        }

        // Before Linux 2.6.39 inotify had a file system of its own.
        if (text.SequenceEqual("inotify"u8))
        {
            return FileDescriptorType.Inotify;
        }

        int colon = text.IndexOf(":["u8);
        return colon < 0 ? FileDescriptorType.Other : Find(s_numbered, text[..colon]);
    }

    private static FileDescriptorType OfAnonymous(ReadOnlySpan<byte> name)
    {
        if (name is [(byte)'[', .. var inner, (byte)']'])
        {
            name = inner;
        }

        return name.StartsWith("kvm-"u8) ? FileDescriptorType.Kvm : Find(s_anonymous, name);
    }

    private static FileDescriptorType Find((byte[] Name, FileDescriptorType Type)[] table, ReadOnlySpan<byte> name)
    {
        foreach ((byte[] known, FileDescriptorType type) in table)
        {
            if (name.SequenceEqual(known))
            {
                return type;
            }
        }

        return FileDescriptorType.Other;
    }
}
