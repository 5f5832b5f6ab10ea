using ProcFs.Grammar;
using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/smaps_rollup</c>: the memory that a process uses, summed over its mappings. Sizes are bytes, and null where this kernel
/// does not give them. Source: proc_pid_smaps(5), fs/proc/task_mmu.c.
/// </summary>
[Fields(Ignored = ["Size", "KernelPageSize", "MMUPageSize", "THPeligible", "ProtectionKey", "VmFlags"])]
public sealed partial class ProcessMemory : IRecord<ProcessMemory>, IMemorySizes
{
    private ProcessMemory(ProcSource source)
    {
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
    [Unit(Unit.Bytes)] public long? Uss => Saturating.Sum(PrivateClean, PrivateDirty);

    /// <summary>The part of the share that belongs to no file, in bytes; null where it is summed from smaps.</summary>
    [Key("Pss_Anon", Scale.KiB)] public long? PssAnon { get; private set; }

    /// <summary>The part of the share that belongs to files, in bytes; null where it is summed from smaps.</summary>
    [Key("Pss_File", Scale.KiB)] public long? PssFile { get; private set; }

    /// <summary>The part of the share that is shared memory, in bytes; null where it is summed from smaps.</summary>
    [Key("Pss_Shmem", Scale.KiB)] public long? PssShmem { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessMemory),
        new(nameof(ProcessId), 9),
        new(nameof(Name), 20),
        new(nameof(Rss), 8),
        new(nameof(Pss), 8),
        new(nameof(Uss), 8),
        new(nameof(Swap), 8),
        new(nameof(PssAnon), 8) { Label = "Anon" },
        new(nameof(PssFile), 8) { Label = "File" },
        new(nameof(PssShmem), 8) { Label = "Shmem" },
        new(nameof(Locked), 8));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>Reads the memory use of the selected processes; kernels before 4.14 are asked for each mapping.</summary>
    public static IEnumerable<Outcome<ProcessMemory>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessMemory>(selection, "smaps_rollup", ReadOne, summary, cancellation);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The first line is not that of a range of addresses.</exception>
    public static ProcessMemory Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
        return SmapsReader.StartsBlock(first) ? Of(text[first.Length..], source) : throw source.Malformed(1, first, MapsLine.Form);
    }

    private static ProcessMemory Of(ReadOnlySpan<byte> lines, ProcSource source)
    {
        var memory = new ProcessMemory(source);
        KeyValues.Read(lines, memory, source);
        return memory;
    }

    /// <summary>Adds the sizes of another mapping of the process.</summary>
    private partial void Add(ProcessMemory other);

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
        ProcessMemory? sum = null;
        SmapsReader.Read(source, (in MapsLine _, ReadOnlySpan<byte> lines) =>
        {
            var memory = Of(lines, source);
            if (sum is null)
            {
                sum = memory;
            }
            else
            {
                sum.Add(memory);
            }

            return true;
        });
        if (sum is null)
        {
            return Errno.ESRCH;
        }

        emit(sum);
        return Errno.None;
    }
}
