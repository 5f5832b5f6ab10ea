using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/ksm_stat</c>: the effect of merging identical pages (KSM) for a process. A field that this kernel does not have is null, and so are
/// all fields of a process without memory. Source: Documentation/filesystems/proc.rst, proc_pid_ksm_stat in fs/proc/base.c.
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

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of pages being scanned: <c>ksm_rmap_items</c>.</summary>
    [Key("ksm_rmap_items")] public long? RmapItems { get; private set; }

    /// <summary>The number of empty pages merged with the zero page of the kernel: <c>ksm_zero_pages</c>.</summary>
    [Key("ksm_zero_pages")] public long? ZeroPages { get; private set; }

    /// <summary>The number of pages merged with others: <c>ksm_merging_pages</c>.</summary>
    [Key("ksm_merging_pages")] public long? MergingPages { get; private set; }

    /// <summary>Memory saved minus the cost of scanning, in bytes: <c>ksm_process_profit</c>; negative if it costs more than it saves.</summary>
    [Key("ksm_process_profit")] [Unit(Unit.Bytes)] public long? Profit { get; private set; }

    /// <summary>Whether all of its memory can be merged (prctl(2) PR_SET_MEMORY_MERGE): <c>ksm_merge_any</c> (since 6.14).</summary>
    [Key("ksm_merge_any")] public bool? MergesAny { get; private set; }

    /// <summary>Whether any of its mappings can be merged: <c>ksm_mergeable</c> (since 6.14).</summary>
    [Key("ksm_mergeable")] public bool? IsMergeable { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that do not apply to a kernel thread are not included.</summary>
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

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Parses the text of the file. Newer keys are followed by a colon, older ones are not.</summary>
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
