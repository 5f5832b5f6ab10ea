using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>The folder of a capture on Linux, with the exact bytes of names.</summary>
internal sealed class NativeFolder(Descriptor folder) : ICapturedFolder
{
    public IEnumerable<(string Name, FileKind Kind, int Mode)> List(string path)
    {
        using var reader = new DirectoryReader();
        byte[] name = Terminated(path);
        var found = new List<(string, FileKind, int)>();
        Errno error = reader.Open(folder, name);
        while (error == Errno.None && reader.Next(out error))
        {
            if (reader.File.Stat(reader.TerminatedName, followLink: false, out Statx file) == Errno.None)
            {
                found.Add((CapturedNode.NameOf(reader.Name), file.Kind, file.Mode & Statx.PermissionMask));
            }
        }

        return found;
    }

    public ReadOnlyMemory<byte> ReadContent(string path, FileKind kind)
    {
        var buffer = new ReadBuffer();
        byte[] name = Terminated(path);
        Errno error = kind == FileKind.Link ? buffer.ReadLink(folder.File, name) : kind == FileKind.Regular ? buffer.ReadFile(folder, name) : Errno.EINVAL;
        return error == Errno.None ? buffer.Bytes.ToArray() : default;
    }

    private static byte[] Terminated(string path) => path.Length == 0 ? [(byte)'.', 0] : [.. System.Text.Encoding.Latin1.GetBytes(path), 0];
}
