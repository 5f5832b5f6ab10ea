using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The open directories <c>fd</c> and <c>fdinfo</c> of a process, or of a thread that represents it. Names are NUL-terminated.</summary>
internal sealed class FdFolder : IDisposable
{
    // The needed fields are in the first lines, about 60 bytes long.
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
    /// Opens the directories of a process; null and the error on failure. If its first thread has exited and others live on, the directory of the first is empty,
    /// but theirs are not.
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
        Errno error = _scope.File.ReadLink(_links.File, name);
        text = _scope.File.Bytes;
        return error;
    }

    /// <summary>The target according to the text of a link.</summary>
    public LinkTarget Resolve(ReadOnlySpan<byte> text, Statx? file) =>
        text is [(byte)'/', ..] ? _scope.Targets.OfPath(text, mountNamespace: 0, file, DeletedMark.IsOn(_links, text, file)) : _scope.Targets.OfObject(text);

    /// <summary>The file behind a link; null if it is unknown.</summary>
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
    /// <param name="info">The fdinfo file, which is kept open for the next time if there is room for it.</param>
    /// <param name="error">The error if it cannot be read.</param>
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

            // The thread may have ended while the process lives on.
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
