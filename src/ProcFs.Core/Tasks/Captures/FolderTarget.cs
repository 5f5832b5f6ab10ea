using ProcFs.Interop;
using ProcFs.IO;

#pragma warning disable CA1416 // A capture is taken on Linux alone.
#pragma warning disable RS0030 // The folder is a new one of the user, not of /proc.

namespace ProcFs;

/// <summary>Writes a capture as a folder, with the exact bytes of names. Only its owner can read it.</summary>
internal sealed class FolderTarget : ICaptureTarget
{
    private const uint OwnerOnly = 0x1C0;

    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _replaces;
    private readonly Descriptor _folder;
    private readonly HashSet<string> _folders = [];
    private bool _isComplete;

    /// <summary>Creates the folder, with a temporary name.</summary>
    /// <exception cref="ProcException">It exists, or cannot be created.</exception>
    public FolderTarget(string path, bool replaces)
    {
        (_path, _replaces) = (path, replaces);
        _temporary = $"{path}.{Environment.ProcessId}.partial";
        if (Path.Exists(path) && !(replaces && File.Exists(Path.Combine(path, CaptureManifest.FileName))))
        {
            string advice = replaces ? "it exists, and is not a capture" : "it exists. Use -Force to replace it";
            throw new ProcException(ProcErrorKind.Io, path, $"{path}: {advice}.");
        }

        try
        {
            Directory.CreateDirectory(_temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProcException(ProcErrorKind.Io, path, $"{path}: {error.Message}") { IsOfWriting = true };
        }

        _folder = Descriptor.Open(null, _temporary, OpenFlags.Path, out Errno failure) ?? throw ProcException.FromCopy(failure, path);
        MakeFolder("proc"u8);
    }

    public unsafe void Add(ReadOnlySpan<byte> path, FileKind kind, int mode, ReadOnlySpan<byte> content)
    {
        byte[] name = [.. "proc/"u8, .. path, 0];
        ReadOnlySpan<byte> bare = name.AsSpan(0, name.Length - 1);
        if (kind == FileKind.Directory)
        {
            MakeFolder(bare);
            return;
        }

        MakeFolder(bare[..bare.LastIndexOf((byte)'/')]);
        if (kind == FileKind.Regular)
        {
            Write(name, content);
            return;
        }

        fixed (byte* at = name)
        fixed (byte* target = (byte[])[.. content, 0])
        {
            Check(Libc.symlinkat(target, _folder.Number, at) < 0 ? Libc.LastError : Errno.None);
        }
    }

    public long? Complete(byte[] manifest)
    {
        Write([.. System.Text.Encoding.ASCII.GetBytes(CaptureManifest.FileName), 0], manifest);
        if (_replaces && Path.Exists(_path))
        {
            Remove(_path);
        }

        Directory.Move(_temporary, _path);
        _isComplete = true;
        _folder.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (!_isComplete)
        {
            _folder.Dispose();
            Remove(_temporary);
        }
    }

    /// <summary>Removes a capture that is a folder.</summary>
    public static void Remove(string path)
    {
        using (var folder = Descriptor.Open(null, path, OpenFlags.Path, out _))
        {
            if (folder is not null)
            {
                Empty(folder);
            }
        }

        Directory.Delete(path);
    }

    private static unsafe void Empty(Descriptor folder)
    {
        using var reader = new DirectoryReader();
        Errno error = reader.Open(folder, ".\0"u8);
        while (error == Errno.None && reader.Next(out error))
        {
            bool isFolder = reader.Type == EntryType.Directory;
            using var inner = isFolder ? Descriptor.Open(folder, reader.TerminatedName, OpenFlags.Path, out _) : null;
            if (inner is not null)
            {
                Empty(inner);
            }

            fixed (byte* name = reader.TerminatedName)
            {
                _ = Libc.unlinkat(folder.Number, name, isFolder ? Libc.AT_REMOVEDIR : 0);
            }
        }
    }

    private unsafe void MakeFolder(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty || !_folders.Add(CapturedNode.NameOf(path)))
        {
            return;
        }

        int slash = path.LastIndexOf((byte)'/');
        MakeFolder(slash < 0 ? default : path[..slash]);
        fixed (byte* name = (byte[])[.. path, 0])
        {
            Check(Libc.mkdirat(_folder.Number, name, OwnerOnly) < 0 ? Libc.LastError : Errno.None);
        }
    }

    private unsafe void Write(byte[] name, ReadOnlySpan<byte> content)
    {
        using var file = Descriptor.Open(_folder, name, OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive, out Errno error);
        Check(error);
        while (!content.IsEmpty)
        {
            nint count;
            fixed (byte* start = content)
            {
                count = Libc.write(file!.Number, start, content.Length);
            }

            Check(count < 0 ? Libc.LastError : Errno.None);
            content = content[(int)count..];
        }
    }

    private void Check(Errno error)
    {
        if (error != Errno.None)
        {
            throw ProcException.FromCopy(error, _path);
        }
    }
}
