using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Reads the sockets of network namespaces, each through a process in it, or by entering it.</summary>
/// <param name="root">The /proc.</param>
/// <param name="tables">The files to read.</param>
/// <param name="report">Receives errors of files and lines.</param>
/// <param name="emit">Receives each socket; returns false to stop.</param>
internal sealed class NamespaceSockets(ProcRoot root, IReadOnlyList<SocketTable> tables, Action<ProcException> report, Func<SocketInfo, bool> emit)
{
    private readonly ReadScope _scope = new();
    private bool _isStopped;

    /// <summary>The number of namespaces that could not be entered.</summary>
    public int Denied { get; private set; }

    /// <summary>Reads the sockets of a namespace: those that sock_diag describes better by sock_diag, the others from the files.</summary>
    public void Read(NetworkNamespace space)
    {
        List<SocketTable> left = [.. tables];
        if (root.IsLive && left.Exists(table => table.Diagnostics is not null))
        {
            Ask(space, left);
        }

        left.RemoveAll(table => table.File is null);
        ReadThroughMembers(space, left);
        if (!_isStopped && space.Members.Count == 0)
        {
            ReadFromWithin(space, left);
        }
    }

    // The files can be read without permission to enter the namespace.
    private void Ask(NetworkNamespace space, List<SocketTable> left)
    {
        if (space.Inode is { } inode && inode == NetworkNamespace.Own(root))
        {
            AskHere(space, left);
            return;
        }

        foreach (string link in space.Links.Concat(space.Members.Select(id => $"{id}/ns/net")))
        {
            if (NetworkEntry.Run(root.Handle, link, space.Inode, () => AskHere(space, left)) is Errno.None or Errno.EPERM or Errno.EACCES)
            {
                return;
            }
        }
    }

    private void AskHere(NetworkNamespace space, List<SocketTable> left)
    {
        using var kernel = SocketDiagnostics.Open(out _);
        if (kernel is not null)
        {
            left.RemoveAll(table => !_isStopped && table.Diagnostics is { } request && TryAsk(space, request, kernel));
        }
    }

    // False if the kernel rejects the first request; sockets already received are kept.
    private bool TryAsk(NetworkNamespace space, SocketDiagnosticRequest request, SocketDiagnostics kernel)
    {
        bool any = false;
        return request.Read(kernel, root, socket => (any = true) && Emit(socket, space)) == Errno.None || any;
    }

    private void ReadThroughMembers(NetworkNamespace space, List<SocketTable> left)
    {
        foreach (int id in left.Count == 0 ? [] : space.Members)
        {
            using ProcessDirectory? member = _isStopped ? null : space.OpenMember(root, id, _scope);
            if (member is null)
            {
                continue;
            }

            left.RemoveAll(table => TryRead(table, space, new ProcSource(member, $"net/{table.File}") { Report = report }));
            if (left.Count == 0 || SocketHolder.FileOf(member) is not null)
            {
                return;
            }
        }
    }

    private void ReadFromWithin(NetworkNamespace space, List<SocketTable> left)
    {
        bool isDenied = false;
        foreach (string link in space.Links)
        {
            Errno error = NetworkEntry.Run(root.Handle, link, space.Inode, () =>
                left.RemoveAll(table => TryRead(table, space, new ProcSource(root, $"thread-self/net/{table.File}", new ReadScope()) { Report = report })));
            if (error == Errno.None)
            {
                return;
            }

            isDenied |= error is Errno.EACCES or Errno.EPERM;
        }

        Denied += isDenied ? 1 : 0;
    }

    private bool Emit(SocketInfo socket, NetworkNamespace space)
    {
        socket.NetworkNamespace = space.Inode;
        _isStopped = _isStopped || !emit(socket);
        return !_isStopped;
    }

    // False if the file does not exist: the process has ended, or the kernel lacks the protocol.
    private bool TryRead(SocketTable table, NetworkNamespace space, ProcSource source)
    {
        try
        {
            FileReading.ReadForeseen(source, from =>
            {
                table.Read(from, socket => Emit(socket, space));
                return from;
            });
            return true;
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
        {
            return false;
        }
        catch (ProcException error)
        {
            report(error);
            return true;
        }
    }
}
