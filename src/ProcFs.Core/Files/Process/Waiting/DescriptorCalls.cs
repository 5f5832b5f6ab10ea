using System.Collections.Frozen;

namespace ProcFs;

/// <summary>System calls that can block on the file descriptor that is their first argument.</summary>
internal static class DescriptorCalls
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        "read", "pread64", "readv", "preadv", "preadv2", "write", "pwrite64", "writev", "pwritev", "pwritev2",
        "recvfrom", "recvmsg", "recvmmsg", "sendto", "sendmsg", "sendmmsg", "accept", "accept4", "connect", "shutdown",
        "sendfile", "splice", "tee", "vmsplice", "copy_file_range", "readahead", "close", "ioctl", "fcntl", "flock",
        "fsync", "fdatasync", "syncfs", "sync_file_range", "fallocate", "ftruncate", "fstat", "fstatfs", "lseek", "getdents", "getdents64",
        "epoll_wait", "epoll_pwait", "epoll_pwait2", "epoll_ctl", "io_uring_enter", "mq_timedreceive", "mq_timedsend");

    /// <summary>The descriptor of the call; null for another call.</summary>
    public static int? DescriptorOf(string? name, ReadOnlySpan<ulong> arguments)
    {
        // The kernel uses the low 32 bits of the register.
        bool isOne = name is not null && arguments.Length > 0 && s_names.Contains(name);
        return isOne && unchecked((int)arguments[0]) is >= 0 and var number ? number : null;
    }
}
