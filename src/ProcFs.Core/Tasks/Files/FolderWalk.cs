using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Collects the files in a folder and its subfolders. It follows no symbolic links, and enters no other file system.</summary>
/// <param name="top">The folder.</param>
/// <param name="files">Receives the files.</param>
/// <param name="report">Receives the folders that cannot be read.</param>
/// <param name="cancellation">Cancels the walk.</param>
internal sealed class FolderWalk(FileIdentity top, HashSet<FileIdentity> files, Action<ProcException> report, CancellationToken cancellation)
{
    // No path is longer than 4096 bytes (PATH_MAX), but folders can be nested deeper, and each takes a descriptor and a part of the stack.
    private const int Deepest = 512;

    /// <summary>Whether one of the files is a socket.</summary>
    public bool HasSocket { get; private set; }

    /// <summary>Adds what is in an open folder.</summary>
    public void Enter(Descriptor folder, string path) => Enter(folder, path, depth: 0);

    private void Enter(Descriptor folder, string path, int depth)
    {
        foreach ((byte[] name, FileIdentity listed) in ReadNames(folder, path))
        {
            string innerPath = $"{path}/{LosslessText.Decode(name.AsSpan(..^1))}";
            if (depth == Deepest)
            {
                report(new ProcException(ProcErrorKind.NotSupported, innerPath, $"{innerPath}: folders that are nested more than {Deepest} deep are left out."));
                continue;
            }

            // A folder that was removed or replaced since, by a link even, is left out.
            using var inner = Descriptor.Open(folder, name, OpenFlags.Path, out Errno error);
            if (inner is not null && inner.StatSelf(out Statx file) == Errno.None && FileIdentity.Of(file) == listed)
            {
                Enter(inner, innerPath, depth + 1);
            }
            else if (inner is null && error != Errno.ENOENT)
            {
                report(ProcException.FromError(error, innerPath));
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
            cancellation.ThrowIfCancellationRequested();
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
