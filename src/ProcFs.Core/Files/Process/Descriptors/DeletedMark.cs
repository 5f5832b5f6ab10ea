using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Whose the words " (deleted)" at the end of a link are. The kernel puts them behind a name that was taken off; the link count need not be 0 then: another
/// name may lead to the file, and overlayfs gives the count of the image's file, which stays. A live file may be called so too: then the path with these
/// words leads to that very file. Source: d_path() of fs/d_path.c.
/// </summary>
internal static class DeletedMark
{
    /// <summary>Whether the words are the kernel's.</summary>
    /// <param name="process">The folder of the process.</param>
    /// <param name="target">The text of the link.</param>
    /// <param name="file">The file that the link leads to; null where that cannot be known.</param>
    public static bool IsOn(ProcessDirectory process, ReadOnlySpan<byte> target, in Statx? file) =>
        IsOn(process.Root.IsLive, process.Handle.Number, "root"u8, target, file, inode: null);

    /// <summary>The same, by the inode where the link may not be followed.</summary>
    public static bool IsOn(ProcessDirectory process, ReadOnlySpan<byte> target, in Statx? file, ulong? inode) =>
        IsOn(process.Root.IsLive, process.Handle.Number, "root"u8, target, file, inode);

    /// <summary>The same of a link in the open folder <c>fd</c>.</summary>
    public static bool IsOn(Descriptor links, ReadOnlySpan<byte> target, in Statx? file) => IsOn(isLive: true, links.Number, "../root"u8, target, file, inode: null);

    // The kernel writes paths as the reader sees them, and those that the reader cannot reach as the process does.
    private static bool IsOn(bool isLive, int folder, ReadOnlySpan<byte> root, ReadOnlySpan<byte> target, in Statx? file, ulong? inode) =>
        DeletedSuffix.IsAtEndOf(target)
        && (!isLive || !(IsAt(folder, [.. root, .. target, 0], file, inode) || IsAt(folder, [.. target, 0], file, inode)));

    private static unsafe bool IsAt(int folder, byte[] name, in Statx? file, ulong? inode)
    {
        fixed (byte* path = name)
        {
            return Libc.statx(folder, path, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_USED, out Statx named) == 0
                && (file is { } known ? named.IsSameFile(known) : inode is { } number && number == named.Inode);
        }
    }
}
