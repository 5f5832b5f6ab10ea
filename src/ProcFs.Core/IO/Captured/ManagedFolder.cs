using System.Text;
using ProcFs.Interop;

#pragma warning disable RS0030 // The folder of a capture on a system whose kernel has other calls than Linux: nothing in it is of a live /proc.

namespace ProcFs.IO;

/// <summary>The folder of a capture on macOS and Windows, read without a call of the C library of Linux.</summary>
internal sealed class ManagedFolder(string folder) : ICapturedFolder
{
    public IEnumerable<(string Name, FileKind Kind, int Mode)> List(string path)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(FullPath(path)).EnumerateFileSystemInfos())
        {
            FileKind kind = entry.LinkTarget is not null ? FileKind.Link : entry is DirectoryInfo ? FileKind.Directory : FileKind.Regular;
            int mode = OperatingSystem.IsWindows() ? Statx.ReadableFile : (int)entry.UnixFileMode & Statx.PermissionMask;
            yield return (Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(entry.Name)), kind, mode);
        }
    }

    public ReadOnlyMemory<byte> ReadContent(string path, FileKind kind) => kind == FileKind.Link
        ? Encoding.UTF8.GetBytes(new FileInfo(FullPath(path)).LinkTarget ?? "")
        : File.ReadAllBytes(FullPath(path));

    private string FullPath(string path) => Path.Combine(folder, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(path)).Replace('/', Path.DirectorySeparatorChar));
}
