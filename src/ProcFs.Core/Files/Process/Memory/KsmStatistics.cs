using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/ksm_stat</c>: what merging of equal pages (KSM) does for a process. A field that this kernel does not give is null, and
/// so are all of a process without memory. Source: Documentation/filesystems/proc.rst, proc_pid_ksm_stat in fs/proc/base.c.
/// </summary>
[Fields]
public sealed partial class KsmStatistics : IRecord<KsmStatistics>
{
    private UnavailableReason? _whyMissing;

    private KsmStatistics()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Pages that are watched: <c>ksm_rmap_items</c>.</summary>
    [Key("ksm_rmap_items")] public long? RmapItems { get; private set; }

    /// <summary>Empty pages that were merged with the kernel's zero page: <c>ksm_zero_pages</c>.</summary>
    [Key("ksm_zero_pages")] public long? ZeroPages { get; private set; }

    /// <summary>Pages that were merged with others: <c>ksm_merging_pages</c>.</summary>
    [Key("ksm_merging_pages")] public long? MergingPages { get; private set; }

    /// <summary>Memory saved, less what watching costs, in bytes: <c>ksm_process_profit</c>; below 0 where it costs more.</summary>
    [Key("ksm_process_profit")] [Unit(Unit.Bytes)] public long? Profit { get; private set; }

    /// <summary>Whether all of its memory may be merged (prctl(2) PR_SET_MEMORY_MERGE): <c>ksm_merge_any</c> (since 6.14).</summary>
    [Key("ksm_merge_any")] public bool? MergesAny { get; private set; }

    /// <summary>Whether any of its mappings may be merged: <c>ksm_mergeable</c> (since 6.14).</summary>
    [Key("ksm_mergeable")] public bool? IsMergeable { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(KsmStatistics),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 20),
        new(nameof(RmapItems), 9) { Label = "Watched" },
        new(nameof(MergingPages), 9) { Label = "Merging" },
        new(nameof(ZeroPages), 9) { Label = "Zero" },
        new(nameof(Profit), 9),
        new(nameof(MergesAny), 9),
        new(nameof(IsMergeable), 9) { Label = "Mergeable" });

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text. Newer keys have a colon behind them, older ones have none.</summary>
    public static KsmStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var statistics = new KsmStatistics
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            _whyMissing = text.IsEmpty ? source.WhyWithoutMemory : UnavailableReason.NotOnThisKernel,
        };
        KeyValues.Read(text, statistics, source, KeyValues.Blank);
        return statistics;
    }

    private UnavailableReason? WhyMissing(string property, bool isFound) => isFound ? null : _whyMissing;
}
