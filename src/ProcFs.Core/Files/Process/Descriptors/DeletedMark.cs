using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Whether " (deleted)" at the end of a link was added by the kernel. The kernel appends it to the name of an unlinked file; the link count need not be 0, because
/// another name may lead to the file, and overlayfs reports the unchanged count of the lower file. A live file can also have such a name: then the path with the
/// suffix leads to that very file. Source: d_path() of fs/d_path.c.
/// </summary>
internal static class DeletedMark
{
    /// <summary>Whether the kernel added the suffix.</summary>
    /// <param name="process">The directory of the process.</param>
    /// <param name="target">The text of the link.</param>
    /// <param name="file">The file to which the link leads; null if that is unknown.</param>
    public static bool IsOn(ProcessDirectory process, ReadOnlySpan<byte> target, in Statx? file) =>
        IsOn(process, target, file, inode: null);

    /// <summary>The same, by the inode, if the link must not be followed.</summary>
    public static bool IsOn(ProcessDirectory process, ReadOnlySpan<byte> target, in Statx? file, ulong? inode) =>
        process.Root.IsLive
            ? IsOn(process.Handle.Number, "root"u8, target, file, inode)
            : DeletedSuffix.IsAtEndOf(target) && process.Root.Capture?.IsName(target) != true;

    /// <summary>The same for a link in the open directory <c>fd</c>.</summary>
    public static bool IsOn(Descriptor links, ReadOnlySpan<byte> target, in Statx? file) => IsOn(links.Number, "../root"u8, target, file, inode: null);

    // The kernel writes paths relative to the reader's root, and those that the reader cannot reach relative to that of the process.
    private static bool IsOn(int folder, ReadOnlySpan<byte> root, ReadOnlySpan<byte> target, in Statx? file, ulong? inode) =>
        DeletedSuffix.IsAtEndOf(target)
        && !(IsAt(folder, [.. root, .. target, 0], file, inode) || IsAt(folder, [.. target, 0], file, inode));

    private static unsafe bool IsAt(int folder, byte[] name, in Statx? file, ulong? inode)
    {
        fixed (byte* path = name)
        {
            return Libc.statx(folder, path, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_USED, out Statx named) == 0
                && (file is { } known ? named.IsSameFile(known) : inode is { } number && number == named.Inode);
        }
    }
}
