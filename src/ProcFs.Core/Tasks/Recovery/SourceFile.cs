using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Recovery;

/// <summary>A file that a process keeps alive, opened through the link of /proc.</summary>
internal sealed class SourceFile : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly ProcessDirectory _process;
    private readonly RecoverySource _source;
    private Statx _status;

    private SourceFile(ProcessDirectory process, RecoverySource source, Descriptor handle, in Statx status, string path)
    {
        _process = process;
        _source = source;
        _status = status;
        Handle = handle;
        Path = path;
        ProcessName = process.Name;
    }

    public Descriptor Handle { get; }

    /// <summary>What is known of the file: from when it was opened, or last looked at.</summary>
    public ref readonly Statx Status => ref _status;

    public long Length => (long)_status.Size;

    /// <summary>The path that it has or had.</summary>
    public string Path { get; }

    /// <summary>The process's full name.</summary>
    public string ProcessName { get; }

    /// <summary>What tells the file from all others.</summary>
    public (uint Major, uint Minor, ulong Inode) Key => (_status.DeviceMajor, _status.DeviceMinor, _status.Inode);

    /// <summary>Opens the file.</summary>
    /// <exception cref="ProcException">There is no such process or link, it leads elsewhere than it did, or to what is no file.</exception>
    public static SourceFile Open(ProcRoot root, RecoverySource source, ReadScope scope)
    {
        var process = ProcessDirectory.Open(root, source.ProcessId, scope, out Errno error) ?? throw NoProcess(root, source.ProcessId, error);
        if (process.OpenLivingThread() is { } thread)
        {
            process.Dispose();
            process = thread;
        }

        try
        {
            return Open(process, source);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the process has closed the file, or has ended; the file itself stays open here.</summary>
    public void WaitUntilClosed(Action<long> progress, CancellationToken cancellation)
    {
        while (IsStillOpen())
        {
            cancellation.WaitHandle.WaitOne(s_interval);
            cancellation.ThrowIfCancellationRequested();
            progress(Length);
            Renew();
        }

        Renew();
    }

    public void Dispose()
    {
        Handle.Dispose();
        _process.Dispose();
    }

    private static SourceFile Open(ProcessDirectory process, RecoverySource source)
    {
        string link = $"{process.Path}/{source.Link}";
        byte[] target = ReadTarget(process, source, link);
        if (!process.Root.IsLive)
        {
            throw ProcException.NoContent(link, "an open");
        }

        var handle = Descriptor.Open(process.Handle, source.Link, OpenFlags.ReadOnly | OpenFlags.NonBlock, out Errno error)
            ?? throw process.Failure(error, source.Link);
        try
        {
            error = handle.StatSelf(out Statx status);
            if (error != Errno.None || status.Kind != FileKind.Regular)
            {
                throw new ProcException(ProcErrorKind.NotSupported, link, $"{link}: it is no regular file, so there is nothing to bring back.");
            }

            if (source.IsDeleted && status.LinkCount > 0)
            {
                throw new ProcException(ProcErrorKind.NotFound, link, $"{link}: it leads to another file now, which is not deleted.");
            }

            return new SourceFile(process, source, handle, status, PathOf(process, target, status));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static byte[] ReadTarget(ProcessDirectory process, RecoverySource source, string link)
    {
        ReadBuffer buffer = process.Scope.File;
        Errno error = buffer.ReadLink(process.Handle, source.Link);
        if (error != Errno.None)
        {
            throw process.Failure(error, source.Link);
        }

        if (source.IsSame(buffer.Bytes))
        {
            return buffer.Bytes.ToArray();
        }

        string target = DisplayText.Escape(LosslessText.Decode(DeletedSuffix.Strip(buffer.Bytes)));
        string message = $"{link}: it leads to {target} now, not to {DisplayText.Escape(source.Expected!)}.";
        throw new ProcException(ProcErrorKind.NotFound, link, message);
    }

    // A live file may be called "x (deleted)".
    private static string PathOf(ProcessDirectory process, byte[] target, in Statx status)
    {
        byte[] path = [.. "root"u8, .. target, 0];
        bool isAtItsPath = status.LinkCount > 0
            && process.Handle.Stat(path, followLink: true, out Statx named) == Errno.None
            && named.IsSameFile(status);
        return LosslessText.Decode(isAtItsPath ? target : DeletedSuffix.Strip(target));
    }

    private static ProcException NoProcess(ProcRoot root, int processId, Errno error) => error == Errno.ENOENT
        ? ProcException.NoProcess(root, processId)
        : ProcException.FromError(error, root, $"{processId}");

    private bool IsStillOpen()
    {
        var name = new NativeName(_source.Link, stackalloc byte[NativeName.StackSize]);
        return _process.Handle.Stat(name.Terminated, followLink: true, out Statx now) == Errno.None && now.IsSameFile(_status);
    }

    private void Renew()
    {
        if (Handle.StatSelf(out Statx now) == Errno.None)
        {
            _status = now;
        }
    }
}
