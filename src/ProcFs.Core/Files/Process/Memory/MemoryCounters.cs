using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// What the lines below the first of a block of <c>smaps</c>, or of <c>smaps_rollup</c>, tell. Sizes are bytes, and null where this kernel does not
/// give them. Source: __show_smap in fs/proc/task_mmu.c.
/// </summary>
internal sealed class MemoryCounters
{
    // One key for each MemoryCounter.
    private static readonly string[] s_keys =
    [
        "KernelPageSize", "MMUPageSize", "Rss", "Pss", "Pss_Dirty", "Pss_Anon", "Pss_File", "Pss_Shmem", "Shared_Clean",
        "Shared_Dirty", "Private_Clean", "Private_Dirty", "Referenced", "Anonymous", "KSM", "LazyFree", "AnonHugePages",
        "ShmemPmdMapped", "FilePmdMapped", "Shared_Hugetlb", "Private_Hugetlb", "Swap", "SwapPss", "Locked",
    ];

    private static readonly KeyedFields<MemoryCounters> s_fields = new(
    [
        FieldsOf<MemoryCounters>.Size("Size", (_, _) => { }),
        .. s_keys.Select((key, index) => FieldsOf<MemoryCounters>.Size(key, (counters, bytes) => counters._bytes[index] = bytes)),
        FieldsOf<MemoryCounters>.Flag("THPeligible", (counters, value) => counters.IsThpEligible = value),
        FieldsOf<MemoryCounters>.Int32("ProtectionKey", (counters, value) => counters.ProtectionKey = value),
        new("VmFlags", "flags of two letters", (counters, value, _) =>
        {
            counters.Flags = MappingFlagNames.Parse(value, out string? unknown);
            counters.UnknownFlags = unknown;
            return true;
        }),
    ]);

    private readonly long?[] _bytes = new long?[s_keys.Length];

    public bool? IsThpEligible { get; private set; }

    public int? ProtectionKey { get; private set; }

    public MappingFlags? Flags { get; private set; }

    /// <summary>Flags that this version does not know; null for none.</summary>
    public string? UnknownFlags { get; private set; }

    public IReadOnlyDictionary<string, string> Additional { get; private set; } =
        System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The sizes that this kernel does not give, but for those that the object has no property for.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable(params ReadOnlySpan<MemoryCounter> unused)
    {
        var fields = default(UnavailableFields);
        for (int i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] is null && !unused.Contains((MemoryCounter)i))
            {
                fields.Add(((MemoryCounter)i).ToString(), UnavailableReason.NotOnThisKernel);
            }
        }

        return fields.ToDictionary();
    }

    public long? this[MemoryCounter counter] => _bytes[(int)counter];

    /// <summary>Reads the lines.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static MemoryCounters Parse(ReadOnlySpan<byte> text, int linesBefore, ProcSource source)
    {
        var counters = new MemoryCounters();
        counters.Additional = s_fields.Read(text, counters, source, linesBefore);
        if (counters.UnknownFlags is { } unknown)
        {
            counters.Additional = new Dictionary<string, string>(counters.Additional) { ["VmFlags"] = unknown };
        }

        return counters;
    }

    /// <summary>Adds the sizes of another mapping of the process.</summary>
    public void Add(MemoryCounters other)
    {
        for (int i = 0; i < _bytes.Length; i++)
        {
            _bytes[i] = _bytes[i] is { } bytes ? bytes + (other._bytes[i] ?? 0) : other._bytes[i];
        }
    }
}
