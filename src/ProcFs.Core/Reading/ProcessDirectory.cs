using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// The open directory <c>/proc/&lt;pid&gt;</c> or <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;</c>. All data read through it belongs to one process: its descriptor never
/// refers to another, even if the pid is reused.
/// </summary>
internal sealed class ProcessDirectory : IDisposable
{
    private ProcessIdentity? _identity;
    private bool _identityIsRead;
    private string? _processName;

    private ProcessDirectory(ProcRoot root, int processId, int? threadId, Descriptor handle, ReadScope scope)
    {
        Root = root;
        ProcessId = processId;
        ThreadId = threadId;
        Handle = handle;
        Scope = scope;
        OpenedAt = root.IsLive ? BootClock.Now : default;
    }

    public ProcRoot Root { get; }

    public int ProcessId { get; }

    /// <summary>The thread of the directory; null for a process.</summary>
    public int? ThreadId { get; }

    public Descriptor Handle { get; }

    /// <summary>The time of opening, since boot: a process that reuses the id starts later.</summary>
    public TimeSpan OpenedAt { get; }

    /// <summary>The buffers of the reading thread.</summary>
    public ReadScope Scope { get; }

    public string Path => Root.PathOf(RelativePath);

    /// <summary>The path under the root.</summary>
    public string RelativePath => ThreadId is null ? $"{ProcessId}" : $"{ProcessId}/task/{ThreadId}";

    /// <summary>The identity; null if the process has ended.</summary>
    public ProcessIdentity? Identity
    {
        get
        {
            if (!_identityIsRead)
            {
                _identity = ProcessIdentity.Read(this);
                _identityIsRead = true;
            }

            return _identity;
        }
    }

    /// <summary>The full name as shown by Get-Process; empty if the process has ended.</summary>
    public string Name => Identity?.Name ?? "";

    /// <summary>The full name of the process, even if this is the directory of a thread.</summary>
    public string ProcessName => _processName ??= ThreadId is null ? Name : ReadProcessName();

    /// <summary>The start time; null if the process has ended, or the boot time is unknown.</summary>
    public DateTimeOffset? StartTime => Identity?.StartTime;

    /// <summary>Whether it is a kernel thread.</summary>
    public bool IsKernelThread => Identity?.IsKernelThread ?? false;

    /// <summary>Whether it is the current process.</summary>
    public bool IsSelf => ProcessId == Root.OwnProcessId;

    /// <summary>Opens the directory of a process; null and the error on failure.</summary>
    public static ProcessDirectory? Open(ProcRoot root, int processId, ReadScope scope, out Errno error)
    {
        var handle = Descriptor.Open(root.Handle, scope.NameOf(processId), OpenFlags.Path, out error);
        return handle is null ? null : new ProcessDirectory(root, processId, null, handle, scope);
    }

    /// <summary>
    /// If the first thread of a process has exited and others live on, a directory of a live thread: that of the first thread is the directory of a zombie, while
    /// those of the others have descriptors, mappings and arguments. Null for every other process.
    /// </summary>
    public ProcessDirectory? OpenLivingThread()
    {
        if (ThreadId is not null || Identity is not { State: ProcessState.Zombie, Threads: > 1 } identity)
        {
            return null;
        }

        foreach (int threadId in ReadThreadIds(out _))
        {
            var handle = threadId == ProcessId ? null : Descriptor.Open(Handle, $"task/{threadId}", OpenFlags.Path, out _);
            if (handle is not null)
            {
                return new ProcessDirectory(Root, ProcessId, null, handle, Scope) { _identity = identity, _identityIsRead = true };
            }
        }

        return null;
    }

    /// <summary>The ids of its threads, in ascending order; none and the error if they cannot be read.</summary>
    public List<int> ReadThreadIds(out Errno error) => ProcRoot.ReadIds(Handle, "task", out error);

    /// <summary>
    /// The number of open descriptors; null and the error if it is unknown. Since 6.2 it is the size of the directory, even for callers who are not allowed to list
    /// it.
    /// </summary>
    public long? CountDescriptors(out Errno error)
    {
        error = Errno.None;
        if (Root.KnowsTargets && Handle.Stat("fd\0"u8, followLink: false, out Statx folder) == Errno.None && (folder.Size > 0 || Root.CountsDescriptors))
        {
            return (long)folder.Size;
        }

        DirectoryReader reader = Scope.Directory;
        error = reader.Open(Handle, "fd\0"u8);
        long count = 0;
        while (error == Errno.None && reader.Next(out error))
        {
            count++;
        }

        reader.Close();
        return error == Errno.None ? count : null;
    }

    /// <summary>Opens the directory of one of its threads; null and the error on failure.</summary>
    public ProcessDirectory? OpenThread(int threadId, out Errno error)
    {
        var handle = Descriptor.Open(Handle, Scope.NameOf("task/"u8, threadId), OpenFlags.Path, out error);
        return handle is null ? null : new ProcessDirectory(Root, ProcessId, threadId, handle, Scope) { _processName = _processName ?? _identity?.Name };
    }

    /// <summary>Opens the same directory again, for another thread to read.</summary>
    public ProcessDirectory Reopen(ReadScope scope)
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        var handle = Descriptor.Open(Handle, ".", OpenFlags.Path, out Errno error);
        return handle is null ? throw ProcException.FromError(error, Root, RelativePath) : new ProcessDirectory(Root, ProcessId, ThreadId, handle, scope);
    }

    /// <summary>Takes the identity from <c>stat</c>, which was read for another purpose, so that it need not be read again.</summary>
    public void TakeIdentity(ReadOnlySpan<byte> stat)
    {
        if (!_identityIsRead)
        {
            _identity = ProcessIdentity.Parse(this, stat);
            _identityIsRead = true;
        }
    }

    /// <summary>A failure to read one of its files or directories.</summary>
    public ProcException Failure(Errno error, string name) => ProcException.FromError(error, Root, $"{RelativePath}/{name}");

    /// <summary>Reads one of its files; the bytes stay valid until the next read through the same scope.</summary>
    public Errno Read(ReadOnlySpan<byte> terminatedName, out ReadOnlySpan<byte> bytes)
    {
        Errno error = Scope.File.ReadFile(Handle, terminatedName);
        bytes = Scope.File.Bytes;
        return error;
    }

    /// <summary>The same for a file that the kernel makes in one piece.</summary>
    public Errno ReadRecord(ReadOnlySpan<byte> terminatedName, out ReadOnlySpan<byte> bytes)
    {
        Errno error = Scope.File.ReadRecord(Handle, terminatedName);
        bytes = Scope.File.Bytes;
        return error;
    }

    public void Dispose() => Handle.Dispose();

    // The parent directory of a thread is that of its own process, even if the id was reused.
    private string ReadProcessName()
    {
        var handle = Descriptor.Open(Handle, "../..", OpenFlags.Path, out _);
        if (handle is null)
        {
            return Name;
        }

        using var process = new ProcessDirectory(Root, ProcessId, null, handle, Scope);
        return ProcessIdentity.ReadName(process) ?? Name;
    }
}
