using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Collects the files in a folder and its subfolders. It follows no symbolic links, and enters no other file system.</summary>
/// <param name="top">The folder.</param>
/// <param name="files">Receives the files.</param>
/// <param name="report">Receives the folders that cannot be read.</param>
internal sealed class FolderWalk(FileIdentity top, HashSet<FileIdentity> files, Action<ProcException> report)
{
    /// <summary>Whether one of the files is a socket.</summary>
    public bool HasSocket { get; private set; }

    /// <summary>Adds what is in an open folder.</summary>
    public void Enter(Descriptor folder, string path)
    {
        foreach ((byte[] name, FileIdentity listed) in ReadNames(folder, path))
        {
            // A folder that was replaced since, by a link even, is left out.
            using var inner = Descriptor.Open(folder, name, OpenFlags.Path, out _);
            if (inner is not null && inner.StatSelf(out Statx file) == Errno.None && FileIdentity.Of(file) == listed)
            {
                Enter(inner, $"{path}/{LosslessText.Decode(name.AsSpan(..^1))}");
            }
        }
    }

    // The names of the subfolders; a listing is closed before the next is opened.
    private List<(byte[] Name, FileIdentity Folder)> ReadNames(Descriptor folder, string path)
    {
        var folders = new List<(byte[] Name, FileIdentity Folder)>();
        using var names = new DirectoryReader();
        Errno error = names.Open(folder, ".\0"u8);
        while (error == Errno.None && names.Next(out error))
        {
            if (Stat(names, out Statx file) && file.DeviceMajor == top.Major && file.DeviceMinor == top.Minor)
            {
                files.Add(FileIdentity.Of(file));
                HasSocket |= file.Kind == FileKind.Socket;
                if (file.Kind == FileKind.Directory)
                {
                    folders.Add((names.TerminatedName.ToArray(), FileIdentity.Of(file)));
                }
            }
        }

        if (error != Errno.None)
        {
            report(ProcException.FromError(error, path));
        }

        return folders;
    }

    private static unsafe bool Stat(DirectoryReader names, out Statx file)
    {
        fixed (byte* name = names.TerminatedName)
        {
            return Libc.statx(names.File.Number, name, Libc.AT_SYMLINK_NOFOLLOW | Libc.AT_STATX_DONT_SYNC, Libc.STATX_USED, out file) == 0;
        }
    }
}
