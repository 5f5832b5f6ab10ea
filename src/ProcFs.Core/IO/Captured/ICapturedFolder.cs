using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>The stored folder of a capture. Names have one character for each byte.</summary>
internal interface ICapturedFolder
{
    /// <summary>The names in a folder, with the type and permission bits of each.</summary>
    IEnumerable<(string Name, FileKind Kind, int Mode)> List(string path);

    /// <summary>The content of a file, or the target of a link.</summary>
    ReadOnlyMemory<byte> ReadContent(string path, FileKind kind);
}
