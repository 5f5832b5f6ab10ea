using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Takes the files of the machine and of its network namespaces.</summary>
internal sealed class MachineCapture(ProcRoot root, CaptureChoice choice, CaptureNotes notes)
{
    // AUTOFS_SUPER_MAGIC (linux/magic.h): opening a path below would mount something.
    private const long AutoMounted = 0x187;
    private const int DeepestFolder = 16;

    private readonly ReadScope _scope = new();

    /// <summary>Takes everything but processes and network namespaces.</summary>
    /// <param name="next">Gives the batch for the next files: a full one is written meanwhile.</param>
    public void Take(Func<CaptureBatch> next) => TakeFolder(root.Handle, [], [], next);

    /// <summary>Takes the files of the network namespace of a process; false if it has ended.</summary>
    /// <param name="id">The process.</param>
    /// <param name="next">Gives the batch for the next files.</param>
    public bool TakeNetwork(int id, Func<CaptureBatch> next)
    {
        using var process = ProcessDirectory.Open(root, id, _scope, out _);
        using var net = process is null ? null : Descriptor.Open(process.Handle, "net", OpenFlags.Path, out _);
        if (net is null || net.Stat("dev\0"u8, followLink: false, out _) != Errno.None)
        {
            return false;
        }

        string[] path = [$"{id}", "net"];
        TakeFolder(net, path, LosslessText.Encode(string.Join('/', path)), next);
        return true;
    }

    private void TakeFolder(Descriptor folder, string[] path, byte[] bytes, Func<CaptureBatch> next)
    {
        using var reader = new DirectoryReader();
        Errno error = reader.Open(folder, ".\0"u8);
        if (error is Errno.EACCES or Errno.EPERM)
        {
            notes.AddDenied(null, string.Join('/', path));
        }

        if (error == Errno.None && path.Length > 0)
        {
            next().Add(bytes, FileKind.Directory, Statx.ReadableFolder);
        }

        while (error == Errno.None && reader.Next(out error))
        {
            bool isShared = path.Length == 0 && (char.IsAsciiDigit((char)reader.Name[0]) || reader.Name.SequenceEqual("net"u8) || reader.Name.SequenceEqual("mounts"u8));
            if (!isShared)
            {
                byte[] name = path.Length == 0 ? reader.Name.ToArray() : [.. bytes, (byte)'/', .. reader.Name];
                TakeEntry(folder, reader.TerminatedName, [.. path, LosslessText.Decode(reader.Name)], name, next);
            }
        }
    }

    private void TakeEntry(Descriptor folder, ReadOnlySpan<byte> name, string[] path, byte[] bytes, Func<CaptureBatch> next)
    {
        if (folder.Stat(name, followLink: false, out Statx file) != Errno.None || choice.Excludes(path))
        {
            return;
        }

        int mode = file.Mode & Statx.PermissionMask;
        switch (file.Kind)
        {
            case FileKind.Directory when path.Length < DeepestFolder:
                using (var inner = Descriptor.Open(folder, name, OpenFlags.Path, out _))
                {
                    if (inner is not null && inner.FileSystemType() != AutoMounted)
                    {
                        TakeFolder(inner, path, bytes, next);
                    }
                }

                break;
            case FileKind.Link when _scope.File.ReadLink(folder.File, name) == Errno.None:
                next().Add(bytes, FileKind.Link, mode, _scope.File.Bytes);
                break;
            case FileKind.Regular:
                TakeFile(folder, name, path, bytes, mode, next);
                break;
        }
    }

    private void TakeFile(Descriptor folder, ReadOnlySpan<byte> name, string[] path, byte[] bytes, int mode, Func<CaptureBatch> next)
    {
        CatalogEntry? entry = Catalog.Find(path);
        if (!choice.Takes(path, entry))
        {
            notes.AddLeftOut(entry, string.Join('/', path));
            return;
        }

        Errno error = _scope.File.ReadFile(folder, name);
        string text = string.Join('/', path);
        if (error is Errno.EACCES or Errno.EPERM)
        {
            bool isOfProcess = char.IsAsciiDigit(text[0]);
            notes.AddDenied(isOfProcess ? int.Parse(path[0], null) : null, isOfProcess ? text[(path[0].Length + 1)..] : text);
        }
        else if (error is Errno.None or Errno.EAGAIN)
        {
            next().Add(bytes, FileKind.Regular, mode, _scope.File.Bytes);
            notes.AddAccounts(char.IsAsciiDigit(text[0]) ? text[(path[0].Length + 1)..] : text, _scope.File.Bytes);
        }
    }
}
