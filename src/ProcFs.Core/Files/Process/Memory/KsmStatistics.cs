using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/ksm_stat</c>: what merging of equal pages (KSM) does for a process. A field that this kernel does not give is null, and
/// so are all of a process without memory. Source: Documentation/filesystems/proc.rst, proc_pid_ksm_stat in fs/proc/base.c.
/// </summary>
public sealed class KsmStatistics : IRecord<KsmStatistics>
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
    public long? RmapItems { get; private set; }

    /// <summary>Empty pages that were merged with the kernel's zero page: <c>ksm_zero_pages</c>.</summary>
    public long? ZeroPages { get; private set; }

    /// <summary>Pages that were merged with others: <c>ksm_merging_pages</c>.</summary>
    public long? MergingPages { get; private set; }

    /// <summary>Memory saved, less what watching costs, in bytes: <c>ksm_process_profit</c>; below 0 where it costs more.</summary>
    public long? Profit { get; private set; }

    /// <summary>Whether all of its memory may be merged (prctl(2) PR_SET_MEMORY_MERGE): <c>ksm_merge_any</c> (since 6.14).</summary>
    public bool? MergesAny { get; private set; }

    /// <summary>Whether any of its mappings may be merged: <c>ksm_mergeable</c> (since 6.14).</summary>
    public bool? IsMergeable { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = null!;

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => UnavailableFields.OfMissing(
        _whyMissing,
        (nameof(RmapItems), RmapItems),
        (nameof(ZeroPages), ZeroPages),
        (nameof(MergingPages), MergingPages),
        (nameof(Profit), Profit),
        (nameof(MergesAny), MergesAny),
        (nameof(IsMergeable), IsMergeable));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => KeyText.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static KsmStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var statistics = new KsmStatistics { ProcessId = source.ProcessId ?? 0, ProcessName = source.ProcessName ?? "" };
        var additional = new Dictionary<string, string>();
        int lineNumber = 0;
        foreach (Range range in text.TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            lineNumber++;
            if (!line.IsEmpty && !statistics.Take(line, additional))
            {
                throw source.Malformed(lineNumber, line, "a key and a number, or yes or no");
            }
        }

        statistics.Additional = additional;
        statistics._whyMissing = text.IsEmpty ? source.WhyWithoutMemory : UnavailableReason.NotOnThisKernel;
        return statistics;
    }

    // Newer keys have a colon behind them, older ones have none.
    private bool Take(ReadOnlySpan<byte> line, Dictionary<string, string> additional)
    {
        var fields = new FieldScanner(line);
        ReadOnlySpan<byte> key = fields.Next().TrimEnd((byte)':');
        ReadOnlySpan<byte> value = fields.Next();
        bool isNumber = Number.TryInt64(value, out long number);
        bool? answer = value.SequenceEqual("yes"u8) ? true : value.SequenceEqual("no"u8) ? false : null;
        string name = LosslessText.Decode(key);
        switch (name)
        {
            case "ksm_rmap_items":
                RmapItems = number;
                return isNumber;
            case "ksm_zero_pages":
                ZeroPages = number;
                return isNumber;
            case "ksm_merging_pages":
                MergingPages = number;
                return isNumber;
            case "ksm_process_profit":
                Profit = number;
                return isNumber;
            case "ksm_merge_any":
                MergesAny = answer;
                return answer is not null;
            case "ksm_mergeable":
                IsMergeable = answer;
                return answer is not null;
            default:
                additional[name] = LosslessText.Decode(value);
                return !value.IsEmpty;
        }
    }
}
