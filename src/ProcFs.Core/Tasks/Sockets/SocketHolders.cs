namespace ProcFs;

/// <summary>The holders of each socket, and the processes through which each network namespace can be read.</summary>
internal sealed class SocketHolders
{
    private readonly Dictionary<ulong, List<SocketOwner>> _owners = [];
    private readonly Dictionary<ulong, NetworkNamespace> _byInode = [];
    private readonly Dictionary<ulong, NetworkNamespace> _byFile = [];
    private readonly Dictionary<ulong, int> _mountNamespaces = [];
    private readonly List<(ulong Inode, string Link)> _held = [];

    /// <summary>A process of each mount namespace.</summary>
    public IEnumerable<int> MountNamespaceMembers => _mountNamespaces.Values;

    /// <summary>Adds the sockets and namespaces of a process.</summary>
    public void Add(SocketHolder holder)
    {
        foreach ((ulong inode, int number) in holder.Sockets)
        {
            ref List<SocketOwner>? owners = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_owners, inode, out _);
            owners ??= [];
            owners.Add(new SocketOwner(holder.ProcessId, holder.ProcessName, number));
        }

        foreach ((ulong inode, int number) in holder.OpenNamespaces)
        {
            _held.Add((inode, $"{holder.ProcessId}/fd/{number}"));
        }

        if (holder.MountNamespace is { } mounts)
        {
            _mountNamespaces.TryAdd(mounts, holder.ProcessId);
        }

        AddMember(holder);
    }

    /// <summary>Adds the mount point of a network namespace.</summary>
    public void AddMount(ulong inode, string path) => _held.Add((inode, path));

    /// <summary>All holders of a socket; empty if it has none.</summary>
    public IReadOnlyList<SocketOwner> OwnersOf(ulong? inode) =>
        inode is { } number and > 0 && _owners.TryGetValue(number, out List<SocketOwner>? owners) ? owners : [];

    /// <summary>
    /// The network namespaces: that of the caller first, then the others by inode. A namespace known only by its files is merged with the one of known inode that
    /// has a member with the same file.
    /// </summary>
    public List<NetworkNamespace> Namespaces(ProcRoot root)
    {
        foreach (NetworkNamespace known in _byFile.Count > 0 && root.IsLive ? [.. _byInode.Values] : Array.Empty<NetworkNamespace>())
        {
            if (known.FileIn(root) is { } file && _byFile.Remove(file, out NetworkNamespace? same))
            {
                known.Members.AddRange(same.Members);
            }
        }

        foreach ((ulong inode, string link) in _held)
        {
            if (!_byInode.TryGetValue(inode, out NetworkNamespace? held))
            {
                _byInode.Add(inode, held = new NetworkNamespace(inode));
            }

            held.Links.Add(link);
        }

        ulong? own = NetworkNamespace.Own(root);
        return [.. _byInode.Values.Concat(_byFile.Values).OrderBy(space => space.Inode != own).ThenBy(space => space.Inode ?? ulong.MaxValue)];
    }

    private void AddMember(SocketHolder holder)
    {
        Dictionary<ulong, NetworkNamespace> known = holder.NetworkNamespace is null ? _byFile : _byInode;
        ulong key = holder.NetworkNamespace ?? holder.NetworkFile ?? 0;
        if (!known.TryGetValue(key, out NetworkNamespace? space))
        {
            known.Add(key, space = new NetworkNamespace(holder.NetworkNamespace) { File = holder.NetworkFile });
        }

        space.Members.Add(holder.ProcessId);
    }
}
