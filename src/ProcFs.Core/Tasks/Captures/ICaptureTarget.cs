using ProcFs.Interop;

namespace ProcFs;

/// <summary>Where a capture is written: an archive or a folder. Until it is completed it has another name; if it is not, nothing is left.</summary>
internal interface ICaptureTarget : IDisposable
{
    /// <summary>Adds a file, a folder or a link of /proc.</summary>
    void Add(ReadOnlySpan<byte> path, FileKind kind, int mode, ReadOnlySpan<byte> content);

    /// <summary>Adds the manifest, and gives the capture its name. Returns its size in bytes; null for a folder.</summary>
    long? Complete(byte[] manifest);
}
