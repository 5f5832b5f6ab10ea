using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Recovery;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Brings back files that are deleted but still open, mapped or running. The file is opened through the link of /proc, never
/// by the path that is shown.
/// </summary>
public sealed class FileRecovery : IDisposable
{
    private readonly ReadScope _scope = new();
    private readonly HashSet<(uint, uint, ulong)> _restored = [];
    private readonly ProcRoot _root;
    private readonly string _path;
    private readonly bool _overwrites;
    private RecoveryFolder? _folder;

    /// <summary>Brings files back into a folder.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="destination">The folder; it is made where it is not there.</param>
    /// <param name="overwrites">Whether files that are there already are replaced.</param>
    public FileRecovery(ProcRoot root, string destination, bool overwrites)
    {
        _root = root;
        _path = destination;
        _overwrites = overwrites;
    }

    /// <summary>What would come back, and how much of it is there. Nothing is written.</summary>
    /// <exception cref="ProcException">The file cannot be read.</exception>
    public RecoveredFile Look(RecoverySource source)
    {
        using ProcessDirectory process = OpenProcess(source);
        using Descriptor file = OpenFile(process, source, out Statx status, out string target);
        return Describe(process, source, target, status, fullName: null, length: 0, []);
    }

    /// <summary>Brings one file back; null where another descriptor of a listing has brought the same file back already.</summary>
    /// <param name="source">The file.</param>
    /// <param name="follows">Whether a file that is still written to is followed until it is closed there.</param>
    /// <param name="progress">Gets the bytes that were copied, and those that there are.</param>
    /// <param name="cancellation">Ends the copying; nothing is left behind.</param>
    /// <exception cref="ProcException">The file cannot be read, or the copy cannot be written.</exception>
    public RecoveredFile? Restore(RecoverySource source, bool follows, Action<long, long> progress, CancellationToken cancellation)
    {
        using ProcessDirectory process = OpenProcess(source);
        using Descriptor file = OpenFile(process, source, out Statx status, out string target);
        if (!_restored.Add((status.DeviceMajor, status.DeviceMinor, status.Inode)) && source.Expected is not null)
        {
            return null;
        }

        _folder ??= RecoveryFolder.Open(_path);
        using Descriptor copy = _folder.Create(out string temporaryName);
        try
        {
            long length = CopyAll(process, source, file, ref status, copy, follows, progress, cancellation);
            string[] notKept = Recovery.FileAttributes.Copy(file, status, copy);
            Check(Libc.fsync(copy.Number), _folder.PathOf(temporaryName));
            string fullName = _folder.Keep(temporaryName, RecoveryFolder.NameFor(target), _overwrites);
            return Describe(process, source, target, status, fullName, length, notKept);
        }
        catch
        {
            _folder.Discard(temporaryName);
            throw;
        }
    }

    /// <summary>Closes the folder.</summary>
    public void Dispose() => _folder?.Dispose();

    private long CopyAll(
        ProcessDirectory process,
        RecoverySource source,
        Descriptor file,
        ref Statx status,
        Descriptor copy,
        bool follows,
        Action<long, long> progress,
        CancellationToken cancellation)
    {
        long total = (long)status.Size;
        var copying = new FileCopy(file, copy, done => progress(done, total), cancellation);
        long done = 0;
        while (true)
        {
            bool isOpen = follows && IsStillOpen(process, source, status);
            Errno error = copying.Copy(done, total);
            if (error != Errno.None)
            {
                throw ProcException.FromError(error, _folder!.PathOf(RecoveryFolder.NameFor(source.Expected ?? source.Link)));
            }

            _ = file.StatSelf(out Statx now);
            done = total;
            if (!follows || (!isOpen && (long)now.Size <= total))
            {
                // A file that was cut meanwhile is as long as it is now.
                return (long)now.Size < total ? CutTo(copy, (long)now.Size) : total;
            }

            status = now;
            total = Math.Max((long)now.Size, done);
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static long CutTo(Descriptor copy, long length)
    {
        _ = Libc.ftruncate(copy.Number, length);
        return length;
    }

    private static bool IsStillOpen(ProcessDirectory process, RecoverySource source, in Statx file)
    {
        var name = new NativeName(source.Link, stackalloc byte[NativeName.StackSize]);
        return process.Handle.Stat(name.Terminated, followLink: true, out Statx now) == Errno.None && now.IsSameFile(file);
    }

    private ProcessDirectory OpenProcess(RecoverySource source)
    {
        var process = ProcessDirectory.Open(_root, source.ProcessId, _scope, out Errno error);
        return process
            ?? throw (error == Errno.ENOENT ? ProcException.NoProcess(_root, source.ProcessId) : ProcException.FromError(error, _root.PathOf($"{source.ProcessId}")));
    }

    private Descriptor OpenFile(ProcessDirectory process, RecoverySource source, out Statx status, out string target)
    {
        string path = $"{process.Path}/{source.Link}";
        Errno error = _scope.File.ReadLink(process.Handle, source.Link);
        if (error != Errno.None)
        {
            throw ProcException.FromError(error, path);
        }

        target = LosslessText.Decode(DeletedSuffix.Strip(_scope.File.Bytes));
        if (!source.IsSame(_scope.File.Bytes))
        {
            string message = $"{path}: it leads to {DisplayText.Escape(target)} now, not to {DisplayText.Escape(source.Expected!)}.";
            throw new ProcException(ProcErrorKind.NotFound, path, message);
        }

        var file = Descriptor.Open(process.Handle, source.Link, OpenFlags.ReadOnly | OpenFlags.NonBlock, out error);
        if (file is null)
        {
            throw ProcException.FromError(error, path);
        }

        if (file.StatSelf(out status) == Errno.None && status.Kind == FileKind.Regular)
        {
            return file;
        }

        file.Dispose();
        throw new ProcException(ProcErrorKind.NotSupported, path, $"{path}: it is no regular file, so there is nothing to bring back.");
    }

    private static RecoveredFile Describe(
        ProcessDirectory process,
        RecoverySource source,
        string target,
        in Statx status,
        string? fullName,
        long length,
        string[] notKept) => new()
        {
            ProcessId = process.ProcessId,
            ProcessName = ProcessIdentity.ReadName(process) ?? "",
            Number = source.Number,
            From = target,
            FullName = fullName,
            Length = length,
            SourceLength = fullName is null ? (long)status.Size : Math.Max((long)status.Size, length),
            StoredBytes = (long)status.Blocks * 512,
            NotKept = notKept,
        };

    private static void Check(int result, string path)
    {
        if (result < 0)
        {
            throw ProcException.FromError(Libc.LastError, path);
        }
    }
}
