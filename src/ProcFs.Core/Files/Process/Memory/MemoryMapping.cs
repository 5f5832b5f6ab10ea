using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/maps</c>: a range of a process's virtual memory and what is mapped there. Source: proc_pid_maps(5),
/// fs/proc/task_mmu.c.
/// </summary>
public class MemoryMapping : ILine<MemoryMapping>, IRow<MemoryMapping>
{
    private protected MemoryMapping(in MapsLine line, MappingName name, ProcSource source)
    {
        ProcessId = source.ProcessId ?? 0;
        ProcessName = source.ProcessName ?? "";
        Start = line.Start;
        End = line.End;
        Protection = line.Protection;
        IsShared = line.IsShared;
        Offset = line.Offset;
        DeviceMajor = line.DeviceMajor;
        DeviceMinor = line.DeviceMinor;
        Inode = line.Inode;
        Target = name.Path;
        IsDeleted = name.IsDeleted;
        ListedAt = source.FoundAt;
    }

    /// <summary>The process that it belongs to.</summary>
    public int ProcessId { get; }

    /// <summary>That process's full name.</summary>
    public string ProcessName { get; }

    /// <summary>Where the range starts.</summary>
    [Unit(Unit.Hex)] public ulong Start { get; }

    /// <summary>Where the range ends: the first address behind it.</summary>
    [Unit(Unit.Hex)] public ulong End { get; }

    /// <summary>What may be done with the memory.</summary>
    public MappingProtection Protection { get; }

    /// <summary>Whether changes are seen by all who map the same; otherwise they are private (copy on write).</summary>
    public bool IsShared { get; }

    /// <summary>Where in the file the range starts, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The device of the file: major number.</summary>
    public int DeviceMajor { get; }

    /// <summary>The device of the file: minor number.</summary>
    public int DeviceMinor { get; }

    /// <summary>The inode of the file; 0 for memory without a file.</summary>
    public ulong Inode { get; }

    /// <summary>
    /// The file, exact, or the kernel's name for memory without one (<c>[heap]</c>, <c>[stack]</c>, <c>[anon:name]</c>); null for nameless memory. The
    /// path of a deleted file is the one it had, without " (deleted)".
    /// </summary>
    [Unit(Unit.Path)] public string? Target { get; }

    /// <summary>Whether the name that the file had is gone.</summary>
    public bool IsDeleted { get; }

    /// <summary>Bytes in the range.</summary>
    [Unit(Unit.Bytes)] public long Size => (long)(End - Start);

    /// <summary>The range as the kernel names it in <c>map_files</c>.</summary>
    public string Range => new AddressRange(Start, End).ToString();

    internal static View View => new(
        typeof(MemoryMapping),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(End), 16),
        new(nameof(Size), 8),
        new(nameof(Protection), 6) { Label = "Rights", With = [nameof(IsShared)], Show = Cells.Rights },
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>When it was listed, as the time since the machine was started; null where that is not known.</summary>
    internal TimeSpan? ListedAt { get; }

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Range, Target);

    /// <summary>Reads the mappings of the selected processes.</summary>
    internal static IEnumerable<Outcome<MemoryMapping>> Read(
        ProcessSelection selection,
        MemoryMappingFilter filter,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<MemoryMapping>(
            selection,
            "maps",
            (process, emit, report) =>
            {
                bool any = ReadRows(new ProcSource(process, "maps") { Report = report }, filter, emit.Always());
                return any ? Errno.None : Errno.ENODATA;
            },
            summary,
            cancellation);

    /// <inheritdoc/>
    public static string Form => MapsLine.Form;

    static string IRow<MemoryMapping>.NameOf(MemoryMapping row) => row.Range;

    /// <inheritdoc/>
    public static MemoryMapping? Parse(ReadOnlySpan<byte> line, ProcSource source) =>
        MapsLine.TryParse(line, out MapsLine parts) ? new MemoryMapping(parts, new MappingNames(source).Of(parts), source) : null;

    // Returns whether the process has mappings at all.
    private static bool ReadRows(ProcSource source, MemoryMappingFilter filter, Func<MemoryMapping, bool> emit)
    {
        var names = new MappingNames(source);
        using LineReader lines = source.OpenLines();
        Errno error;
        while (lines.Next(out error))
        {
            if (!MapsLine.TryParse(lines.Line, out MapsLine line))
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, MapsLine.Form));
            }
            else if (names.Of(line) is var name && filter.Accepts(name.Path) && !emit(new MemoryMapping(line, name, source)))
            {
                return true;
            }
        }

        return error == Errno.None ? lines.LineNumber > 0 : throw source.Failure(error);
    }
}
