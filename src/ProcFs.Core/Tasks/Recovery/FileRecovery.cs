using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Recovery;

namespace ProcFs;

/// <summary>
/// Restores files that are deleted but still open, mapped or running. The file is opened through the link in /proc, never through the displayed path.
/// </summary>
public sealed class FileRecovery : IDisposable
{
    private readonly ReadScope _scope = new();
    private readonly HashSet<(uint, uint, ulong)> _decided = [];
    private readonly ProcRoot _root;
    private readonly string _path;
    private readonly bool _overwrites;
    private readonly KeptAttributes _kept;
    private RecoveryFolder? _folder;

    /// <summary>Restores files into a folder.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="destination">The folder, which is created if it does not exist.</param>
    /// <param name="overwrites">Whether existing files are replaced.</param>
    /// <param name="kept">The attributes of owner and permissions to keep.</param>
    public FileRecovery(ProcRoot root, string destination, bool overwrites, KeptAttributes kept)
    {
        _root = root;
        _path = destination;
        _overwrites = overwrites;
        _kept = kept;
    }

    /// <summary>A warning about other users who can write to the folder; null if there are none, or nothing has been written yet.</summary>
    public string? Warning => _folder?.Warning;

    /// <summary>
    /// Restores one file; null if it is not wanted, or if another descriptor of a listing leads to a file that was already restored or not wanted.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="follows">Whether to wait, if the file is still being written, until the process closes it.</param>
    /// <param name="isWanted">Receives the file that would be restored, and its size; nothing has been written at that time.</param>
    /// <param name="progress">Receives the bytes copied and the total; 0 copied while waiting.</param>
    /// <param name="cancellation">Cancels the copying; nothing is left behind.</param>
    /// <exception cref="ProcException">The file cannot be read, or the copy cannot be written.</exception>
    public RecoveredFile? Restore(
        HeldFile source,
        bool follows,
        Func<RecoveredFile, bool> isWanted,
        Action<long, long> progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var file = OpenHeldFile.Open(_root, source, _scope);
        if (_decided.Contains(file.Key) && source.Expected is not null)
        {
            return null;
        }

        if (!isWanted(Describe(source, file, fullName: null, length: 0, [])))
        {
            _decided.Add(file.Key);
            return null;
        }

        if (follows)
        {
            file.WaitUntilClosed(length => progress(0, length), cancellation);
        }

        _folder ??= RecoveryFolder.Open(_path);
        using Descriptor copy = _folder.Create(out string temporaryName);
        try
        {
            string name = RecoveryFolder.NameFor(file.Path);
            var copying = new FileCopy(file.Handle, copy, done => progress(done, file.Length), cancellation);
            Check(copying.Copy(file.Length, out long length), name);
            string[] notKept = new Recovery.FileAttributes(file.Handle, file.Status, copy, _kept).Copy();
            Check(copying.Sync(length), name);
            string fullName = _folder.Keep(temporaryName, name, _overwrites);
            _decided.Add(file.Key);
            return Describe(source, file, fullName, length, notKept);
        }
        catch
        {
            _folder.Discard(temporaryName);
            if (_folder.RemoveUnused())
            {
                _folder.Dispose();
                _folder = null;
            }

            throw;
        }
    }

    /// <summary>Closes the folder.</summary>
    public void Dispose() => _folder?.Dispose();

    private static RecoveredFile Describe(HeldFile source, OpenHeldFile file, string? fullName, long length, string[] notKept) => new()
    {
        ProcessId = source.ProcessId,
        ProcessName = file.ProcessName,
        Number = source.Number,
        From = file.Path,
        To = fullName,
        Length = length,
        SourceLength = file.Length,
        StoredBytes = (long)file.Status.Blocks * 512,
        NotKept = notKept,
    };

    private void Check(Errno error, string name)
    {
        if (error != Errno.None)
        {
            throw ProcException.FromCopy(error, _folder!.PathOf(name));
        }
    }
}
