using System.Buffers.Text;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A link of <c>/proc/&lt;pid&gt;/map_files</c>. Anyone who can read <c>maps</c> can read its target, which is the exact name of the file; following it needs
/// CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE. Source: proc_map_files_get_link in fs/proc/base.c.
/// </summary>
internal static class MapFilesLink
{
    private const int LongestName = 64;

    /// <summary>The file that is mapped at the range; false if the link cannot be read.</summary>
    /// <param name="process">The process, or one of its threads.</param>
    /// <param name="range">The whole range of the mapping.</param>
    /// <param name="inode">The inode of the file; null if it is unknown.</param>
    /// <param name="name">The name of the file.</param>
    public static bool TryRead(ProcessDirectory process, AddressRange range, ulong? inode, out MappingName name) =>
        Read(process, range, inode, out name) == Errno.None;

    /// <inheritdoc cref="TryRead"/>
    /// <returns>The error if the link cannot be read.</returns>
    public static Errno Read(ProcessDirectory process, AddressRange range, ulong? inode, out MappingName name)
    {
        ReadOnlySpan<byte> link = NameOf(process, range, stackalloc byte[LongestName]);
        ReadBuffer buffer = process.Scope.Identity;
        Errno error = buffer.ReadLink(process.Handle.File, link);
        name = error == Errno.None ? Resolve(process, range, link, buffer.Bytes, inode) : default;
        return error;
    }

    private static MappingName Resolve(ProcessDirectory process, AddressRange range, ReadOnlySpan<byte> link, ReadOnlySpan<byte> target, ulong? inode)
    {
        bool isDeleted = false;
        if (DeletedSuffix.IsAtEndOf(target))
        {
            Statx? file = process.Handle.Stat(link, followLink: true, out Statx followed) == Errno.None ? followed : null;
            isDeleted = DeletedMark.IsOn(process, target, file, file is null ? inode ?? InodeOf(process, range) : inode);
        }

        return new MappingName(process.Scope.Names.Intern(isDeleted ? DeletedSuffix.Strip(target) : target), isDeleted);
    }

    // If the link cannot be followed, maps has the inode of the file.
    private static ulong? InodeOf(ProcessDirectory process, AddressRange range)
    {
        using var lines = LineReader.Open(process.Handle, "maps", out _);
        while (lines is not null && lines.Next(out _))
        {
            if (MapsLine.TryParse(lines.Line, out MapsLine line) && line.Start == range.Start)
            {
                return line.Inode;
            }
        }

        return null;
    }

    // The directory of a thread has no map_files; that of its process shows the same memory.
    private static ReadOnlySpan<byte> NameOf(ProcessDirectory process, AddressRange range, Span<byte> name)
    {
        ReadOnlySpan<byte> folder = process.ThreadId is null ? "map_files/"u8 : "../../map_files/"u8;
        folder.CopyTo(name);
        int length = folder.Length;
        length += Format(range.Start, name[length..]);
        name[length++] = (byte)'-';
        length += Format(range.End, name[length..]);
        name[length++] = 0;
        return name[..length];
    }

    private static int Format(ulong address, Span<byte> text) => Utf8Formatter.TryFormat(address, text, out int length, 'x') ? length : 0;
}
