using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ProcFs.Remoting;

/// <summary>The files of this module that another machine needs, without the help.</summary>
#pragma warning disable RS0030 // The files are none of /proc.
internal sealed class ModuleFiles
{
    private readonly (string Name, byte[] Content)[] _files;
    private byte[]? _archive;

    /// <summary>Reads the files of the folder of the module.</summary>
    public ModuleFiles(string folder)
    {
        _files = [.. Directory.GetFiles(folder).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).OrderBy(file => file.Item1, StringComparer.Ordinal)];
        IEnumerable<string> lines = _files.Select(file => $"{Convert.ToHexString(SHA256.HashData(file.Content))} {file.Name}\n");
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>The SHA-256 of the lines with the SHA-256 and the name of each file, in order of the names.</summary>
    public string Hash { get; }

    /// <summary>The files as a zip archive.</summary>
    public byte[] Archive => _archive ??= Pack();

    private byte[] Pack()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in _files)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
#pragma warning restore RS0030
