using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace ProcFs.Fixtures;

/// <summary>An archive made with the tar writer of the framework, in a folder that is deleted when the test is done.</summary>
public sealed class TestArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-").FullName;
    private readonly List<TarEntry> _entries = [];

    /// <summary>The path of the archive.</summary>
    public string Path { get; private set; } = "";

    public TestArchive File(string name, string content)
    {
        _entries.Add(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.Latin1.GetBytes(content)) });
        return this;
    }

    public TestArchive Folder(string name)
    {
        _entries.Add(new GnuTarEntry(TarEntryType.Directory, name));
        return this;
    }

    public TestArchive Link(string name, string target, TarEntryType type = TarEntryType.SymbolicLink)
    {
        _entries.Add(new GnuTarEntry(type, name) { LinkName = target });
        return this;
    }

    public TestArchive Device(string name)
    {
        _entries.Add(new GnuTarEntry(TarEntryType.CharacterDevice, name) { DeviceMajor = 1, DeviceMinor = 3 });
        return this;
    }

    public TestArchive Pipe(string name)
    {
        _entries.Add(new GnuTarEntry(TarEntryType.Fifo, name));
        return this;
    }

    /// <summary>Writes the archive; with the ending gz it is compressed.</summary>
    public TestArchive Save(string name = "x.tar.gz")
    {
        Path = System.IO.Path.Combine(_folder, name);
        using Stream file = System.IO.File.Create(Path);
        using Stream stream = name.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using var writer = new TarWriter(stream);
        _entries.ForEach(writer.WriteEntry);
        return this;
    }

    /// <summary>The path of a file beside the archive, with these bytes.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
