using System.Globalization;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Tree;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a link of <c>/proc/&lt;pid&gt;/fd</c>: an open file descriptor and its target. The working and root directory, the program and mapped files are of the same
/// type, where they are wanted. Source: proc_pid_fd(5).
/// </summary>
public class FileDescriptor : ITable<FileDescriptor>
{
    private readonly string? _link;

    internal FileDescriptor(ProcessDirectory process, string processName, in FileLink link, LinkTarget target)
    {
        ProcessId = process.ProcessId;
        ProcessName = processName;
        Number = link.Number;
        Use = link.Use;
        _link = link.Path;
        Target = target.Text;
        Type = target.Type;
        IsDeleted = target.IsDeleted;
        ListedAt = process.OpenedAt;
    }

    /// <summary>The process that has it open.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The descriptor number; null for a file that is not open as a descriptor.</summary>
    public int? Number { get; }

    /// <summary>How the process uses the file.</summary>
    public FileUse Use { get; }

    /// <summary>
    /// The target: a path, or for an object without a path the kind and inode that the kernel writes (<c>socket:[33581]</c>). The path of a deleted file is its
    /// former path, without " (deleted)".
    /// </summary>
    [Unit(Unit.Path)] public string Target { get; }

    /// <summary>The type of the target.</summary>
    public FileDescriptorType Type { get; }

    /// <summary>
    /// Whether the file was deleted. If no other name leads to it, the file ceases to exist when the last descriptor closes. Memory that never had a name (memfd)
    /// is not deleted.
    /// </summary>
    public bool IsDeleted { get; }

    internal static View View => new(
        typeof(FileDescriptor),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Number), 5) { Label = "Fd", With = [nameof(Use)], Show = Cells.DescriptorOrUse },
        new(nameof(Type), 10),
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>The link, relative to the directory of the process: <c>fd/3</c>, <c>exe</c>.</summary>
    internal string Link => _link ?? string.Create(CultureInfo.InvariantCulture, $"fd/{Number}");

    /// <summary>The time of the listing, since boot.</summary>
    internal TimeSpan ListedAt { get; }

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Display.Use(Number, Use), Target);

    /// <summary>Reads the descriptors of the selected processes.</summary>
    internal static IEnumerable<Outcome<FileDescriptor>> Read(
        ProcessSelection selection,
        FileDescriptorFilter filter,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<FileDescriptor>(
            selection,
            "fd",
            (process, emit) => FileDescriptorReader.Read(process, filter, emit.Always()),
            summary,
            cancellation);

    static string IRow<FileDescriptor>.NameOf(FileDescriptor row) => row.Link[(row.Link.LastIndexOf('/') + 1)..];

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<FileDescriptor, bool> emit)
    {
        Errno error = FileDescriptorReader.Read(source.RequireProcess(), FileDescriptorFilter.None, emit);
        if (error is not (Errno.None or Errno.ENODATA))
        {
            throw source.Failure(error);
        }
    }

    /// <inheritdoc/>
    public static FileDescriptor? Find(ProcSource source, string name)
    {
        FileDescriptor? found = null;
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && $"{number}" == name)
        {
            Errno error = FileDescriptorReader.Read(source.RequireProcess(), new FileDescriptorFilter { Numbers = [number] }, row => (found = row) is null);
            if (error is not (Errno.None or Errno.ENODATA))
            {
                throw source.Failure(error);
            }
        }

        return found;
    }

    static Stream ITable<FileDescriptor>.OpenContent(FileDescriptor row, ProcRoot root, string path) =>
        row.Type is FileDescriptorType.File or FileDescriptorType.MemFd
            ? HeldFileStream.Open(root, HeldFile.Of(row))
            : throw RegularFile.NoFile(root.PathOf(path), row.Type);
}
