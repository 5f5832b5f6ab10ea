using System.Numerics;

namespace ProcFs;

/// <summary>A set of capabilities, by name and as the mask in /proc. Shown as names; as "all" if it is complete.</summary>
/// <param name="Mask">Bit n is capability n (linux/capability.h).</param>
public sealed record CapabilitySet(ulong Mask)
{
    private static readonly string[] s_names =
    [
        "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_DAC_READ_SEARCH", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_SETGID", "CAP_SETUID",
        "CAP_SETPCAP", "CAP_LINUX_IMMUTABLE", "CAP_NET_BIND_SERVICE", "CAP_NET_BROADCAST", "CAP_NET_ADMIN", "CAP_NET_RAW",
        "CAP_IPC_LOCK", "CAP_IPC_OWNER", "CAP_SYS_MODULE", "CAP_SYS_RAWIO", "CAP_SYS_CHROOT", "CAP_SYS_PTRACE", "CAP_SYS_PACCT",
        "CAP_SYS_ADMIN", "CAP_SYS_BOOT", "CAP_SYS_NICE", "CAP_SYS_RESOURCE", "CAP_SYS_TIME", "CAP_SYS_TTY_CONFIG", "CAP_MKNOD",
        "CAP_LEASE", "CAP_AUDIT_WRITE", "CAP_AUDIT_CONTROL", "CAP_SETFCAP", "CAP_MAC_OVERRIDE", "CAP_MAC_ADMIN", "CAP_SYSLOG",
        "CAP_WAKE_ALARM", "CAP_BLOCK_SUSPEND", "CAP_AUDIT_READ", "CAP_PERFMON", "CAP_BPF", "CAP_CHECKPOINT_RESTORE",
    ];

    /// <summary>The names of the capabilities in the set, or the number of one without a name.</summary>
    public string[] Names => [.. Enumerable.Range(0, 64).Where(Has).Select(NameOf)];

    /// <summary>The number of capabilities in the set.</summary>
    public int Count => BitOperations.PopCount(Mask);

    /// <summary>Whether the capability with this name is in the set.</summary>
    public bool Contains(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names with commas between them.</summary>
    public override string ToString()
    {
        ulong all = (1UL << s_names.Length) - 1;
        return (Mask & all) == all ? "all" : string.Join(", ", Names);
    }

    private static string NameOf(int number) => number < s_names.Length ? s_names[number] : $"{number}";

    private bool Has(int number) => (Mask >> number & 1) != 0;
}
