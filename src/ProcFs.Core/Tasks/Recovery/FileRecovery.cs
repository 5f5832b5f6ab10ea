using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Recovery;

namespace ProcFs;

/// <summary>
/// Brings back files that are deleted but still open, mapped or running. The file is opened through the link of /proc, never
/// by the path that is shown.
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

    /// <summary>Brings files back into a folder.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="destination">The folder; it is made where it is not there.</param>
    /// <param name="overwrites">Whether files that are there already are replaced.</param>
    /// <param name="kept">What the files keep of their owner and rights.</param>
    public FileRecovery(ProcRoot root, string destination, bool overwrites, KeptAttributes kept)
    {
        _root = root;
        _path = destination;
        _overwrites = overwrites;
        _kept = kept;
    }

    /// <summary>Who else may write to the folder, and what that means; null where nobody may, or where nothing was written yet.</summary>
    public string? Warning => _folder?.Warning;

    /// <summary>
    /// Brings one file back; null where it is not wanted, or where another descriptor of a listing leads to a file that was
    /// brought back or not wanted already.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="follows">Whether a file that is still written to is waited for until the process closes it.</param>
    /// <param name="isWanted">Is told what would come back, and how much of it is there; nothing has been written then.</param>
    /// <param name="progress">Gets the bytes that were copied, and those that there are; 0 copied while it waits.</param>
    /// <param name="cancellation">Ends the copying; nothing is left behind.</param>
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
