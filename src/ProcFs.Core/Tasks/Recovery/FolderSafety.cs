using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Recovery;

/// <summary>Whether files written into a folder are safe from other users.</summary>
internal static class FolderSafety
{
    // S_ISVTX, S_IWGRP and S_IWOTH (inode(7)).
    private const int Sticky = 0x200;
    private const int GroupWrites = 0x10;
    private const int OthersWrite = 0x2;

    /// <summary>A description of the other users who can write to the folder, and what they can do; null if only the current user and root can.</summary>
    public static string? WarningOf(Descriptor folder, string path)
    {
        if (folder.StatSelf(out Statx status) != Errno.None)
        {
            return null;
        }

        string shown = DisplayText.Escape(path);
        uint user = Libc.geteuid();
        if (status.UserId != user && status.UserId != 0)
        {
            return $"{shown} belongs to another user ({status.UserId}), who can replace the restored files.";
        }

        bool groupWrites = (status.Mode & GroupWrites) != 0 && status.GroupId != 0 && status.GroupId != Libc.getegid();
        if (!groupWrites && (status.Mode & OthersWrite) == 0)
        {
            return null;
        }

        return (status.Mode & Sticky) != 0
            ? $"{shown} is writable by other users. They cannot replace the restored files, but can create files of their own there."
            : $"{shown} is writable by other users, who can replace the restored files. Choose a folder of your own.";
    }
}
