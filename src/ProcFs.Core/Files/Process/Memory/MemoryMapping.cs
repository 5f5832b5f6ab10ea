using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/maps</c>: an address range of a process and the file or memory mapped there. Source: proc_pid_maps(5), fs/proc/task_mmu.c.
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

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The start address.</summary>
    [Unit(Unit.Hex)] public ulong Start { get; }

    /// <summary>The first address after the range.</summary>
    [Unit(Unit.Hex)] public ulong End { get; }

    /// <summary>The protection of the memory.</summary>
    public MappingProtection Protection { get; }

    /// <summary>Whether the mapping is shared; otherwise it is private (copy-on-write).</summary>
    public bool IsShared { get; }

    /// <summary>The offset in the file, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The major device number of the file.</summary>
    public int DeviceMajor { get; }

    /// <summary>The minor device number of the file.</summary>
    public int DeviceMinor { get; }

    /// <summary>The inode of the file; 0 for memory without a file.</summary>
    public ulong Inode { get; }

    /// <summary>
    /// The exact path of the file, or the kernel's name for memory without one (<c>[heap]</c>, <c>[stack]</c>, <c>[anon:name]</c>); null for memory without a name.
    /// The path of a deleted file is its former path, without " (deleted)".
    /// </summary>
    [Unit(Unit.Path)] public string? Target { get; }

    /// <summary>Whether the file was deleted.</summary>
    public bool IsDeleted { get; }

    /// <summary>The length of the range, in bytes.</summary>
    [Unit(Unit.Bytes)] public long Size => (long)(End - Start);

    /// <summary>The range, as in <c>map_files</c>.</summary>
    public string Range => new AddressRange(Start, End).ToString();

    internal static View View => new(
        typeof(MemoryMapping),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(End), 16),
        new(nameof(Size), 8),
        new(nameof(Protection), 6) { Label = "Rights", With = [nameof(IsShared)], Show = Cells.Rights },
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>The time of the listing, since boot; null if it is unknown.</summary>
    internal TimeSpan? ListedAt { get; }

    /// <summary>The process and the item, on one line.</summary>
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

    // Returns whether the process has any mappings.
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
