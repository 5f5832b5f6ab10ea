using ProcFs.Text;

namespace ProcFs.Fixtures;

/// <summary>A folder to be laid out like /proc, which is deleted when the test is done.</summary>
public class TemporaryRoot : IDisposable
{
    // The base class library cannot delete names that are not valid UTF-8.
    private readonly List<string> _odd = [];

    public TemporaryRoot() => Directory = System.IO.Directory.CreateTempSubdirectory("procfs-").FullName;

    /// <summary>A folder created at this path.</summary>
    public TemporaryRoot(string path) => Directory = System.IO.Directory.CreateDirectory(path).FullName;

    public string Directory { get; }

    /// <summary>The folder as a /proc, opened on first use.</summary>
    public ProcRoot Root => field ??= new ProcRoot(System.IO.Path.Combine(Directory, RootFolder));

    protected virtual string RootFolder => "";

    public string PathOf(string relative) => System.IO.Path.Combine(Directory, RootFolder, relative);

    /// <summary>Creates a text file, with one byte for each character below 256.</summary>
    public TemporaryRoot Write(string relative, string text) => Write(relative, LosslessText.Encode(text));

    public TemporaryRoot Write(string relative, byte[] bytes)
    {
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), bytes);
        return this;
    }

    public TemporaryRoot Link(string relative, byte[] target)
    {
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(relative))!);
        Native.SymbolicLink(target, PathOf(relative));
        if (relative.Any(LosslessText.IsEscapedByte))
        {
            _odd.Add(PathOf(relative));
        }

        return this;
    }

    /// <summary>The file under the folder, as a source for a parser.</summary>
    public ProcSource Source(string name) => new(Root, name);

    public void Dispose()
    {
        _odd.ForEach(Native.Unlink);
        System.IO.Directory.Delete(Directory, recursive: true);
        GC.SuppressFinalize(this);
    }
}
