using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Tree;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a link of <c>/proc/&lt;pid&gt;/map_files</c>: an address range and the file that is mapped there, by its exact name. Source: proc_pid_map_files(5),
/// fs/proc/base.c.
/// </summary>
public sealed class MappedFile : ITable<MappedFile>
{
    private MappedFile(AddressRange range, MappingName name, ProcSource source)
    {
        ProcessId = source.ProcessId ?? 0;
        ProcessName = source.ProcessName ?? "";
        Start = range.Start;
        End = range.End;
        Target = name.Path ?? "";
        IsDeleted = name.IsDeleted;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The start address.</summary>
    [Unit(Unit.Hex)] public ulong Start { get; }

    /// <summary>The first address after the range.</summary>
    [Unit(Unit.Hex)] public ulong End { get; }

    /// <summary>The exact path of the file. The path of a deleted file is its former path, without " (deleted)".</summary>
    [Unit(Unit.Path)] public string Target { get; }

    /// <summary>Whether the file was deleted.</summary>
    public bool IsDeleted { get; }

    /// <summary>The length of the range, in bytes.</summary>
    [Unit(Unit.Bytes)] public long Size => (long)(End - Start);

    /// <summary>The range, as in the name of the link.</summary>
    public string Range => new AddressRange(Start, End).ToString();

    internal static View View => new(
        typeof(MappedFile),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(End), 16),
        new(nameof(Size), 8),
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Range, Target);

    static string IRow<MappedFile>.NameOf(MappedFile row) => row.Range;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MappedFile, bool> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        foreach (AddressRange range in ReadRanges(process, source))
        {
            Errno error = MapFilesLink.Read(process, range, inode: null, out MappingName name);
            if (error is not (Errno.None or Errno.ENOENT))
            {
                throw source.Failure(error);
            }

            if (error == Errno.None && !emit(new MappedFile(range, name, source)))
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public static MappedFile? Find(ProcSource source, string name)
    {
        bool isRange = AddressRange.TryParse(name, out AddressRange range) && range.ToString() == name;
        if (!isRange)
        {
            return null;
        }

        return MapFilesLink.Read(source.RequireProcess(), range, inode: null, out MappingName target) switch
        {
            Errno.None => new MappedFile(range, target, source),
            Errno.ENOENT => null,
            var error => throw source.Failure(error),
        };
    }

    static Stream ITable<MappedFile>.OpenContent(MappedFile row, ProcRoot root, string path) =>
        HeldFileStream.Open(root, HeldFile.Of(row));

    private static List<AddressRange> ReadRanges(ProcessDirectory process, ProcSource source)
    {
        DirectoryReader folder = process.Scope.Directory;
        Errno error = folder.Open(process.Handle, "map_files\0"u8);
        try
        {
            var ranges = new List<AddressRange>();
            while (error == Errno.None && folder.Next(out error))
            {
                if (AddressRange.TryParse(folder.Name, out AddressRange range))
                {
                    ranges.Add(range);
                }
            }

            ranges.Sort((one, other) => one.Start.CompareTo(other.Start));
            return error == Errno.None ? ranges : throw source.Failure(error);
        }
        finally
        {
            folder.Close();
        }
    }
}
