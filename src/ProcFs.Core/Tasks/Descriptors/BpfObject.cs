using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The BPF map, program or link of a descriptor. Properties that its kind or the kernel lacks are null. Source: bpf_map_show_fdinfo(), bpf_prog_show_fdinfo() and
/// bpf_link_show_fdinfo() of kernel/bpf/syscall.c.
/// </summary>
public sealed class BpfObject
{
    internal BpfObject()
    {
    }

    /// <summary>The id of the map, the program or the link (since Linux 4.13).</summary>
    public long? Number { get; internal set; }

    /// <summary>The type, by the name that bpftool(8) uses: <c>hash</c>, <c>cgroup_skb</c>, <c>tracing</c>; the number if it is unknown.</summary>
    public required string TypeName { get; init; }

    /// <summary>The size of a key of a map.</summary>
    [Unit(Unit.Bytes)] public long? KeySize { get; internal set; }

    /// <summary>The size of a value of a map.</summary>
    [Unit(Unit.Bytes)] public long? ValueSize { get; internal set; }

    /// <summary>The maximum number of entries of a map.</summary>
    public long? MaximumEntries { get; internal set; }

    /// <summary>The flags of a map (BPF_F_*).</summary>
    [Unit(Unit.Hex)] public ulong? MapFlags { get; internal set; }

    /// <summary>Whether programs can no longer change a map.</summary>
    public bool? IsFrozen { get; internal set; }

    /// <summary>The memory that it takes.</summary>
    [Unit(Unit.Bytes)] public long? Memory { get; internal set; }

    /// <summary>Whether a program was compiled to machine code.</summary>
    public bool? IsCompiled { get; internal set; }

    /// <summary>The tag of a program, or of that of a link: a hash of its instructions.</summary>
    public string? Tag { get; internal set; }

    /// <summary>The program of a link.</summary>
    public long? ProgramId { get; internal set; }

    /// <summary>The time that a program has run; zero unless <c>kernel.bpf_stats_enabled</c> is set.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RunTime { get; internal set; }

    /// <summary>How often it has run, with the same condition.</summary>
    public long? RunCount { get; internal set; }

    internal static View View => new(
        typeof(BpfObject),
        new(nameof(Number), 6),
        new(nameof(TypeName), 20),
        new(nameof(Memory), 8),
        new(nameof(KeySize), 7),
        new(nameof(ValueSize), 9),
        new(nameof(MaximumEntries), 14),
        new(nameof(Tag), 16));

    /// <summary>The type and the id: <c>hash 12</c>.</summary>
    public override string ToString() => $"{TypeName} {Number}".TrimEnd();
}
