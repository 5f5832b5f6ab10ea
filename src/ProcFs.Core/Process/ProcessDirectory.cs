using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// The open folder <c>/proc/&lt;pid&gt;</c> or <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;</c>. All that is read through one of these belongs to one
/// process: its descriptor never comes to mean another, even when the pid is given away again.
/// </summary>
internal sealed class ProcessDirectory : IDisposable
{
    private readonly Lazy<ProcessIdentity?> _identity;

    private ProcessDirectory(ProcRoot root, int processId, int? threadId, Descriptor handle, ReadScope scope)
    {
        Root = root;
        ProcessId = processId;
        ThreadId = threadId;
        Handle = handle;
        Scope = scope;
        _identity = new(() => ProcessIdentity.Read(this), LazyThreadSafetyMode.None);
    }

    public ProcRoot Root { get; }

    public int ProcessId { get; }

    /// <summary>The thread whose folder it is; null for a process.</summary>
    public int? ThreadId { get; }

    public Descriptor Handle { get; }

    /// <summary>The buffers of the thread that reads.</summary>
    public ReadScope Scope { get; }

    public string Path => ThreadId is null ? $"{Root.Path}/{ProcessId}" : $"{Root.Path}/{ProcessId}/task/{ThreadId}";

    /// <summary>Who it is; null where the process has ended.</summary>
    public ProcessIdentity? Identity => _identity.Value;

    /// <summary>The full name, as Get-Process shows it; empty where the process has ended.</summary>
    public string Name => _identity.Value?.Name ?? "";

    /// <summary>When it started; null where the process has ended, or the start of the machine is not known.</summary>
    public DateTimeOffset? StartTime => _identity.Value?.StartTime;

    /// <summary>Whether it is a thread of the kernel's own.</summary>
    public bool IsKernelThread => _identity.Value?.IsKernelThread ?? false;

    /// <summary>Opens the folder of a process; null and the error where that fails.</summary>
    public static ProcessDirectory? Open(ProcRoot root, int processId, ReadScope scope, out Errno error)
    {
        var handle = Descriptor.Open(root.Handle, scope.NameOf(processId), OpenFlags.Path, out error);
        return handle is null ? null : new ProcessDirectory(root, processId, null, handle, scope);
    }

    /// <summary>Opens the folder of a thread; null and the error where that fails.</summary>
    public static ProcessDirectory? OpenThread(ProcRoot root, int processId, int threadId, ReadScope scope, out Errno error)
    {
        var handle = Descriptor.Open(root.Handle, $"{processId}/task/{threadId}", OpenFlags.Path, out error);
        return handle is null ? null : new ProcessDirectory(root, processId, threadId, handle, scope);
    }

    /// <summary>Reads one of its files; the bytes stay valid until the next read through the same scope.</summary>
    public Errno Read(ReadOnlySpan<byte> terminatedName, out ReadOnlySpan<byte> bytes)
    {
        Errno error = Scope.File.ReadFile(Handle, terminatedName);
        bytes = Scope.File.Bytes;
        return error;
    }

    public void Dispose() => Handle.Dispose();
}
