using ProcFs.Grammar;
using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/smaps_rollup</c>: the memory use of a process, summed over its mappings. Sizes are in bytes, and null if this kernel does not report
/// them. Source: proc_pid_smaps(5), fs/proc/task_mmu.c.
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

    /// <summary>The start time of the process; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>
    /// Unique set size, in bytes: <see cref="PrivateClean"/> and <see cref="PrivateDirty"/>, which no other process maps, and which would be freed if the process
    /// ended.
    /// </summary>
    [Unit(Unit.Bytes)] public long? Uss => Saturating.Sum(PrivateClean, PrivateDirty);

    /// <summary>The anonymous part of the proportional set size, in bytes; null if it is summed from smaps.</summary>
    [Key("Pss_Anon", Scale.KiB)] public long? PssAnon { get; private set; }

    /// <summary>The file-backed part of the proportional set size, in bytes; null if it is summed from smaps.</summary>
    [Key("Pss_File", Scale.KiB)] public long? PssFile { get; private set; }

    /// <summary>The shared memory part of the proportional set size, in bytes; null if it is summed from smaps.</summary>
    [Key("Pss_Shmem", Scale.KiB)] public long? PssShmem { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>Reads the memory use of the selected processes; on kernels before 4.14, mapping by mapping.</summary>
    public static IEnumerable<Outcome<ProcessMemory>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessMemory>(selection, "smaps_rollup", ReadOne, summary, cancellation);

    /// <summary>Parses the text of the file.</summary>
    /// <exception cref="ProcException">The first line does not start with an address range.</exception>
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

    // smaps is empty for a process without memory, such as a zombie.
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
