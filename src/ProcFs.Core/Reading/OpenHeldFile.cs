using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A file that a process keeps alive, opened through the link in /proc.</summary>
internal sealed class OpenHeldFile : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly ProcessDirectory _process;
    private readonly HeldFile _source;
    private Statx _status;

    private OpenHeldFile(ProcessDirectory process, HeldFile source, Descriptor handle, in Statx status, string path)
    {
        _process = process;
        _source = source;
        _status = status;
        Handle = handle;
        Path = path;
        ProcessName = process.Name;
    }

    public Descriptor Handle { get; }

    /// <summary>The attributes of the file, from when it was opened or last examined.</summary>
    public ref readonly Statx Status => ref _status;

    public long Length => (long)_status.Size;

    /// <summary>The path of the link that leads to it.</summary>
    public string LinkPath => $"{_process.Path}/{_source.Link}";

    /// <summary>The current or former path.</summary>
    public string Path { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>Whether the process still has the file open, mapped or running there.</summary>
    public bool IsStillOpen
    {
        get
        {
            var name = new NativeName(_source.Link, stackalloc byte[NativeName.StackSize]);
            return _process.Handle.Stat(name.Terminated, followLink: true, out Statx now) == Errno.None && now.IsSameFile(_status);
        }
    }

    /// <summary>The identity of the file.</summary>
    public (uint Major, uint Minor, ulong Inode) Key => (_status.DeviceMajor, _status.DeviceMinor, _status.Inode);

    /// <summary>Opens the file.</summary>
    /// <exception cref="ProcException">User mode at normal priority, without guests.</exception>
    public static OpenHeldFile Open(ProcRoot root, HeldFile source, ReadScope scope)
    {
        var process = ProcessDirectory.Open(root, source.ProcessId, scope, out Errno error) ?? throw NoProcess(root, source.ProcessId, error);
        try
        {
            CheckProcess(process, source);
            if (process.OpenLivingThread() is { } thread)
            {
                process.Dispose();
                process = thread;
            }

            return Open(process, source);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>A failure to read the file.</summary>
    public ProcException Failure(Errno error) => _process.Failure(error, _source.Link);

    /// <summary>Waits until the process has closed the file or has ended; the file itself stays open here.</summary>
    public void WaitUntilClosed(Action<long> progress, CancellationToken cancellation)
    {
        while (IsStillOpen)
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

    private static OpenHeldFile Open(ProcessDirectory process, HeldFile source)
    {
        string link = $"{process.Path}/{source.Link}";
        if (!process.Root.IsLive)
        {
            CheckTarget(ReadTarget(process, source), source, link);
            throw ProcException.NoContent(link, source.Link.StartsWith("map_files/", StringComparison.Ordinal) ? "a mapped" : "an open");
        }

        var handle = RegularFile.Open(process, source.Link, out Statx status, out byte[] target);
        try
        {
            CheckTarget(target, source, link);
            bool isDeleted = DeletedMark.IsOn(process, target, status);
            if (source.IsDeleted && !isDeleted)
            {
                throw new ProcException(ProcErrorKind.NotFound, link, $"{link}: it now leads to another file, which is not deleted.");
            }

            return new OpenHeldFile(process, source, handle, status, LosslessText.Decode(isDeleted ? DeletedSuffix.Strip(target) : target));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    // A process that started after the listing only has the same id as the listed one.
    private static void CheckProcess(ProcessDirectory process, HeldFile source)
    {
        if (process.Root.IsLive && source.ListedAt is { } listed && process.Identity is { } identity && process.Root.Facts.FromTicks(identity.StartTicks) > listed)
        {
            SafeText message = $"{process.Path}: the id {source.ProcessId} now belongs to another process ({identity.Name}), which started after the listing.";
            throw new ProcException(ProcErrorKind.NotFound, process.Path, message);
        }
    }

    private static ReadOnlySpan<byte> ReadTarget(ProcessDirectory process, HeldFile source)
    {
        ReadBuffer buffer = process.Scope.File;
        Errno error = buffer.ReadLink(process.Handle, source.Link);
        return error == Errno.None ? buffer.Bytes : throw process.Failure(error, source.Link);
    }

    private static void CheckTarget(ReadOnlySpan<byte> text, HeldFile source, string link)
    {
        if (!source.IsSame(text))
        {
            string target = LosslessText.Decode(DeletedSuffix.Strip(text));
            SafeText message = $"{link}: it now leads to {target}, not to {source.Expected!}.";
            throw new ProcException(ProcErrorKind.NotFound, link, message);
        }
    }

    private static ProcException NoProcess(ProcRoot root, int processId, Errno error) => error == Errno.ENOENT
        ? ProcException.NoProcess(root, processId)
        : ProcException.FromError(error, root, $"{processId}");

    private void Renew()
    {
        if (Handle.StatSelf(out Statx now) == Errno.None)
        {
            _status = now;
        }
    }
}
