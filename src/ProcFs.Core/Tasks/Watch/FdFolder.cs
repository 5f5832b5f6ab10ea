using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The open folders <c>fd</c> and <c>fdinfo</c> of a process, or of a thread that stands in for it. Names end with NUL.</summary>
internal sealed class FdFolder : IDisposable
{
    // What is looked for stands in the first lines, of some 60 bytes.
    private const int InfoSize = 512;

    private readonly Descriptor _links;
    private readonly Descriptor _infos;
    private readonly ReadScope _scope;
    private readonly KeptInfos _kept;

    private FdFolder(Descriptor links, Descriptor infos, ReadScope scope, KeptInfos kept)
    {
        _links = links;
        _infos = infos;
        _scope = scope;
        _kept = kept;
    }

    /// <summary>
    /// Opens those of a process; null and the error where that fails. Where its first thread has exited and others live on, the folder of the
    /// first is empty and theirs are not.
    /// </summary>
    public static FdFolder? OpenOf(ProcessDirectory process, KeptInfos kept, out Errno error)
    {
        if (ProcessIdentity.Read(process) is not { State: ProcessState.Zombie, Threads: > 1 })
        {
            return Open(process, kept, out error);
        }

        foreach (int threadId in process.ReadThreadIds(out error))
        {
            using ProcessDirectory? thread = threadId == process.ProcessId ? null : process.OpenThread(threadId, out error);
            if (thread is not null && ProcessIdentity.Read(thread) is { State: not (ProcessState.Zombie or ProcessState.Dead) })
            {
                return Open(thread, kept, out error);
            }
        }

        error = error == Errno.None ? Errno.ESRCH : error;
        return null;
    }

    /// <summary>Starts a listing of the descriptors.</summary>
    public Errno List(out DirectoryReader names)
    {
        names = _scope.Directory;
        return names.Restart(_links);
    }

    /// <summary>Reads a link; its text is valid until the next one is read.</summary>
    public Errno ReadLink(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        Errno error = _scope.File.ReadLink(_links.Number, name);
        text = _scope.File.Bytes;
        return error;
    }

    /// <summary>What the text of a link leads to.</summary>
    public LinkTarget Resolve(ReadOnlySpan<byte> text, Statx? file) =>
        text is [(byte)'/', ..] ? _scope.Targets.OfPath(text, mountNamespace: 0, file, DeletedMark.IsOn(_links, text, file)) : _scope.Targets.OfObject(text);

    /// <summary>The file behind a link; null where it cannot be known.</summary>
    public unsafe Statx? Stat(ReadOnlySpan<byte> name)
    {
        fixed (byte* path = name)
        {
            const uint Asked = Libc.STATX_USED | Libc.STATX_BTIME;
            return Libc.statx(_links.Number, path, Libc.AT_STATX_DONT_SYNC, Asked, out Statx file) == 0 ? file : null;
        }
    }

    /// <summary>The position of a descriptor; null and the error where it cannot be read.</summary>
    /// <param name="name">The name of the descriptor.</param>
    /// <param name="info">The file that tells it, which is kept open for the next time where there is room for it.</param>
    /// <param name="error">Why it cannot be read.</param>
    public FdPosition? ReadPosition(ReadOnlySpan<byte> name, ref Descriptor? info, out Errno error)
    {
        Span<byte> text = stackalloc byte[InfoSize];
        int length;
        if (info is not null)
        {
            error = info.ReadAt(text, 0, out length);
            if (error == Errno.None)
            {
                return FdPosition.Parse(text[..length]);
            }

            // The thread whose it was may have ended, and the process not.
            Forget(ref info);
        }

        var file = Descriptor.Open(_infos, name, OpenFlags.ReadOnly, out error);
        if (file is null)
        {
            return null;
        }

        error = file.ReadAt(text, 0, out length);
        if (error == Errno.None && _kept.TryTake())
        {
            info = file;
        }
        else
        {
            file.Dispose();
        }

        return error == Errno.None ? FdPosition.Parse(text[..length]) : null;
    }

    /// <summary>Closes a file that was kept open.</summary>
    public void Forget(ref Descriptor? info)
    {
        if (info is not null)
        {
            info.Dispose();
            info = null;
            _kept.Return();
        }
    }

    public void Dispose()
    {
        _links.Dispose();
        _infos.Dispose();
    }

    private static FdFolder? Open(ProcessDirectory process, KeptInfos kept, out Errno error)
    {
        var links = Descriptor.Open(process.Handle, "fd\0"u8, OpenFlags.ReadOnly, out error);
        if (links is null)
        {
            return null;
        }

        var infos = Descriptor.Open(process.Handle, "fdinfo\0"u8, OpenFlags.Path, out error);
        if (infos is null)
        {
            links.Dispose();
            return null;
        }

        return new FdFolder(links, infos, process.Scope, kept);
    }
}
