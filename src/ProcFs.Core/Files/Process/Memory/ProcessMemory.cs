using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/smaps_rollup</c>: the memory that a process uses, summed over its mappings. Sizes are bytes, and null where this kernel
/// does not give them. Source: proc_pid_smaps(5), fs/proc/task_mmu.c.
/// </summary>
public sealed class ProcessMemory : IRecord<ProcessMemory>
{
    private readonly MemoryCounters _counters;

    private ProcessMemory(MemoryCounters counters, ProcSource source)
    {
        _counters = counters;
        ProcessId = source.ProcessId ?? 0;
        Name = source.ProcessName ?? "";
        StartTime = source.StartTime;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public string Name { get; }

    /// <summary>When the process started; null where that cannot be known.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>
    /// What would be free if the process ended: the pages that nobody else maps, in bytes. It is <see cref="PrivateClean"/> and
    /// <see cref="PrivateDirty"/>.
    /// </summary>
    public long? Uss => PrivateClean + PrivateDirty;

    /// <summary>What is in memory, in bytes.</summary>
    public long? Rss => _counters[MemoryCounter.Rss];

    /// <summary>The share of it: pages that several processes map count in parts. In bytes.</summary>
    public long? Pss => _counters[MemoryCounter.Pss];

    /// <summary>The part of the share that was changed, in bytes (since 6.0).</summary>
    public long? PssDirty => _counters[MemoryCounter.PssDirty];

    /// <summary>The part of the share that belongs to no file, in bytes; null where it is summed from smaps.</summary>
    public long? PssAnon => _counters[MemoryCounter.PssAnon];

    /// <summary>The part of the share that belongs to files, in bytes; null where it is summed from smaps.</summary>
    public long? PssFile => _counters[MemoryCounter.PssFile];

    /// <summary>The part of the share that is shared memory, in bytes; null where it is summed from smaps.</summary>
    public long? PssShmem => _counters[MemoryCounter.PssShmem];

    /// <summary>Resident pages that others map too and nobody changed, in bytes.</summary>
    public long? SharedClean => _counters[MemoryCounter.SharedClean];

    /// <summary>Resident pages that others map too and somebody changed, in bytes.</summary>
    public long? SharedDirty => _counters[MemoryCounter.SharedDirty];

    /// <summary>Resident pages that nobody else maps and that were not changed, in bytes.</summary>
    public long? PrivateClean => _counters[MemoryCounter.PrivateClean];

    /// <summary>Resident pages that nobody else maps and that were changed, in bytes.</summary>
    public long? PrivateDirty => _counters[MemoryCounter.PrivateDirty];

    /// <summary>Resident pages that were touched lately, in bytes.</summary>
    public long? Referenced => _counters[MemoryCounter.Referenced];

    /// <summary>Resident memory that belongs to no file, in bytes.</summary>
    public long? Anonymous => _counters[MemoryCounter.Anonymous];

    /// <summary>Pages merged with equal ones of others, in bytes (since 6.5).</summary>
    public long? Ksm => _counters[MemoryCounter.Ksm];

    /// <summary>Pages given up by madvise(MADV_FREE) that are still there, in bytes.</summary>
    public long? LazyFree => _counters[MemoryCounter.LazyFree];

    /// <summary>Anonymous memory in transparent huge pages, in bytes.</summary>
    public long? AnonHugePages => _counters[MemoryCounter.AnonHugePages];

    /// <summary>Shared memory in transparent huge pages, in bytes.</summary>
    public long? ShmemPmdMapped => _counters[MemoryCounter.ShmemPmdMapped];

    /// <summary>Page cache of files in transparent huge pages, in bytes.</summary>
    public long? FilePmdMapped => _counters[MemoryCounter.FilePmdMapped];

    /// <summary>Shared pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    public long? SharedHugetlb => _counters[MemoryCounter.SharedHugetlb];

    /// <summary>Private pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    public long? PrivateHugetlb => _counters[MemoryCounter.PrivateHugetlb];

    /// <summary>Memory that is swapped out, in bytes.</summary>
    public long? Swap => _counters[MemoryCounter.Swap];

    /// <summary>The share of it: what several processes have swapped out counts in parts. In bytes.</summary>
    public long? SwapPss => _counters[MemoryCounter.SwapPss];

    /// <summary>The share of memory that is locked, in bytes.</summary>
    public long? Locked => _counters[MemoryCounter.Locked];

    /// <summary>Fields that this version does not know, as text.</summary>
    public IReadOnlyDictionary<string, string> Additional => _counters.Additional;

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable =>
        _counters.Unavailable(MemoryCounter.KernelPageSize, MemoryCounter.MmuPageSize);

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => KeyText.OfProcess(ProcessId, Name);

    /// <summary>Reads the memory use of the selected processes; kernels before 4.14 are asked for each mapping.</summary>
    public static IEnumerable<Outcome<ProcessMemory>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessMemory>(selection, "smaps_rollup", ReadOne, summary, cancellation);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static ProcessMemory Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
        return MapsLine.TryParse(first, out _)
            ? new ProcessMemory(MemoryCounters.Parse(text[first.Length..].TrimStart("\n"u8), 1, source), source)
            : throw source.Malformed(1, first, MapsLine.Form);
    }

    private static Errno ReadOne(ProcessDirectory process, Action<ProcessMemory> emit, Action<ProcException> report)
    {
        ReadBuffer file = process.Scope.File;
        Errno error = file.ReadFile(process.Handle, "smaps_rollup\0"u8);
        if (error == Errno.ENOENT)
        {
            return Sum(process, emit, report);
        }

        if (error == Errno.None)
        {
            emit(Parse(file.Bytes, new ProcSource(process, "smaps_rollup")));
        }

        return error;
    }

    // smaps of a process without memory, such as a zombie, is empty.
    private static Errno Sum(ProcessDirectory process, Action<ProcessMemory> emit, Action<ProcException> report)
    {
        var source = new ProcSource(process, "smaps") { Report = report };
        MemoryCounters? sum = null;
        SmapsReader.Read(source, (in MapsLine _, ReadOnlySpan<byte> text, int linesBefore) =>
        {
            var counters = MemoryCounters.Parse(text, linesBefore, source);
            if (sum is null)
            {
                sum = counters;
            }
            else
            {
                sum.Add(counters);
            }

            return true;
        });
        if (sum is null)
        {
            return Errno.ESRCH;
        }

        emit(new ProcessMemory(sum, source));
        return Errno.None;
    }
}
