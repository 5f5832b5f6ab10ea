using ProcFs.Interop;
using ProcFs.IO;

#pragma warning disable CA1416 // A capture is taken on Linux alone.
#pragma warning disable RS0030 // The archive is a new file of the user, not of /proc.

namespace ProcFs;

/// <summary>Writes a capture as an archive. Only its owner can read it.</summary>
internal sealed class ArchiveTarget : ICaptureTarget
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _replaces;
    private readonly long _time;
    private readonly byte[] _name = new byte[64 * 1024];
    private readonly Stream _stream;
    private bool _isComplete;

    /// <summary>Creates the archive, with a temporary name.</summary>
    /// <exception cref="ProcException">It exists, or cannot be created.</exception>
    public ArchiveTarget(string path, bool replaces, DateTimeOffset time)
    {
        (_path, _replaces, _time) = (path, replaces, time.ToUnixTimeSeconds());
        _temporary = $"{path}.{Environment.ProcessId}.partial";
        if (!replaces && Path.Exists(path))
        {
            throw new ProcException(ProcErrorKind.Io, path, $"{path}: it exists. Use -Force to replace it.");
        }

        "proc/"u8.CopyTo(_name);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 256 * 1024, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            _stream = ArchiveFile.Compress(new FileStream(_temporary, options), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw error as ProcException ?? new ProcException(ProcErrorKind.Io, path, $"{path}: {error.Message}") { IsOfWriting = true };
        }
    }

    public void Add(ReadOnlySpan<byte> path, FileKind kind, int mode, ReadOnlySpan<byte> content)
    {
        path.CopyTo(_name.AsSpan(5));
        TarWriter.Write(_stream, _name.AsSpan(0, 5 + path.Length), kind, mode, _time, content);
    }

    public long? Complete(byte[] manifest)
    {
        TarWriter.Write(_stream, System.Text.Encoding.ASCII.GetBytes(CaptureManifest.FileName), FileKind.Regular, Statx.ReadableFile, _time, manifest);
        TarWriter.End(_stream);
        _stream.Dispose();
        long size = new FileInfo(_temporary).Length;
        File.Move(_temporary, _path, _replaces);
        _isComplete = true;
        return size;
    }

    public void Dispose()
    {
        if (!_isComplete)
        {
            _stream?.Dispose();
            File.Delete(_temporary);
        }
    }
}
