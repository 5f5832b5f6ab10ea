namespace ProcFs.IO;

/// <summary>
/// File systems whose files are made by the kernel as they are read, though their mode says "regular file". To read one can block for ever, take away
/// what is read, or act on a device. Source: include/uapi/linux/magic.h, and the s_magic of each file system.
/// </summary>
internal static class KernelFileSystems
{
    /// <summary>The name of the file system with this magic number (statfs(2)); null for those that hold files of their users.</summary>
    public static string? NameOf(long magic) => (uint)magic switch
    {
        0x00009fa0 => "proc",
        0x62656572 => "sysfs",
        0x74726163 => "tracefs",
        0x64626720 => "debugfs",
        0x73636673 => "securityfs",
        0x0027e0eb => "cgroup",
        0x63677270 => "cgroup2",
        0xcafe4a11 => "bpf",
        0x62656570 => "configfs",
        0x6165676c => "pstore",
        0xde5e81e4 => "efivarfs",
        0x42494e4d => "binfmt_misc",
        0x65735543 => "fusectl",
        0x19800202 => "mqueue",
        0x07655821 => "resctrl",
        0xf97cff8c => "selinuxfs",
        0x43415d53 => "smackfs",
        0x6e736673 => "nsfs",
        0x50494446 => "pidfs",
        0x09041934 => "anon_inodefs",
        0x444d4142 => "dmabuf",
        0x5345434d => "secretmem",
        0x474d454d => "guest_memfd",
        0x6e667364 => "nfsd",
        0x67596969 => "rpc_pipefs",
        0x6c6f6f70 => "binder",
        0xabba1974 => "xenfs",
        0x0a647361 => "functionfs",
        0xaee71ee7 => "gadgetfs",
        0x00009fa2 => "usbdevfs",
        0x64646178 => "dax",
        0x62646576 => "bdev",
        0x50495045 => "pipefs",
        0x534f434b => "sockfs",
        0x00001cd1 => "devpts",
        _ => null,
    };
}
