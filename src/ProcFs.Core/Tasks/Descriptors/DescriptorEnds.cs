using System.Runtime.InteropServices;

namespace ProcFs;

/// <summary>All descriptors on pipes, sockets, eventfds and pseudoterminals, of all processes.</summary>
internal sealed class DescriptorEnds
{
    private readonly Dictionary<DescriptorObject, List<DescriptorPeer>> _holders = [];
    private readonly Dictionary<ulong, ulong> _sockets = [];

    /// <summary>The number of processes whose descriptors could not be read.</summary>
    public int Denied { get; private set; }

    /// <summary>The number of processes.</summary>
    public int Total { get; private set; }

    /// <summary>Reads the descriptors of all processes, and which Unix sockets are connected to each other.</summary>
    public static DescriptorEnds Read(ProcRoot root, CancellationToken cancellation)
    {
        var ends = new DescriptorEnds();
        var summary = new ReadSummary();
        foreach (Outcome<DescriptorHolder> outcome in ProcessReading.Run<DescriptorHolder>(root.Processes(), "fd", DescriptorHolder.Read, summary, cancellation))
        {
            if (outcome.Item is { } holder)
            {
                ref List<DescriptorPeer>? holders = ref CollectionsMarshal.GetValueRefOrAddDefault(ends._holders, holder.Object, out _);
                (holders ??= []).Add(holder.Peer);
            }
        }

        ends.Denied = summary.Denied;
        ends.Total = summary.Total;
        ends.ReadSockets(root, cancellation);
        return ends;
    }

    /// <summary>The other descriptors on an object and on its other end, those of the other end first.</summary>
    /// <param name="item">The object.</param>
    /// <param name="descriptor">The descriptor from whose side they are seen.</param>
    public DescriptorPeer[] PeersOf(DescriptorObject item, FileDescriptorDetail descriptor)
    {
        List<DescriptorPeer> peers = [];
        foreach (DescriptorPeer peer in HoldersOf(item))
        {
            if (peer.ProcessId != descriptor.ProcessId || peer.Number != descriptor.Number)
            {
                peers.Add(peer.As(item.Kind == DescriptorObjectKind.Pipe && IsOtherEnd(descriptor.Access, peer.Access)));
            }
        }

        DescriptorObject? other = item.Kind == DescriptorObjectKind.Socket && _sockets.TryGetValue(item.Number, out ulong inode) ? item with { Number = inode } : item.OtherSide;
        peers.AddRange(other is { } side ? HoldersOf(side).Select(peer => peer.As(isOtherEnd: true)) : []);
        return peers.OrderBy(peer => !peer.IsOtherEnd).ToArray();
    }

    private static bool IsOtherEnd(FileDescriptorAccess? mine, FileDescriptorAccess? theirs) =>
        (Reads(mine) && Writes(theirs)) || (Writes(mine) && Reads(theirs));

    private static bool Reads(FileDescriptorAccess? access) => access is FileDescriptorAccess.Read or FileDescriptorAccess.ReadWrite;

    private static bool Writes(FileDescriptorAccess? access) => access is FileDescriptorAccess.Write or FileDescriptorAccess.ReadWrite;

    private List<DescriptorPeer> HoldersOf(DescriptorObject item) => _holders.GetValueOrDefault(item) ?? [];

    private void ReadSockets(ProcRoot root, CancellationToken cancellation)
    {
        if (!root.IsLive || !_holders.Keys.Any(item => item.Kind == DescriptorObjectKind.Socket))
        {
            return;
        }

        var query = new SocketQuery(root, new SocketFilter { Protocols = ["unix"], WithoutOwners = true });
        foreach (Outcome<SocketInfo> outcome in query.Read(cancellation: cancellation))
        {
            if (outcome.Item is { Inode: { } inode, PeerInode: { } peer and > 0 })
            {
                _sockets[inode] = peer;
            }
        }
    }
}
