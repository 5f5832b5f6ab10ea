using System.Net.Sockets;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/packet</c>: a socket that sees the packets of devices, as tcpdump and DHCP clients use them. Source: packet_seq_show() of
/// net/packet/af_packet.c.
/// </summary>
[Fields]
public sealed partial class PacketSocket : ITable<PacketSocket>
{
    private PacketSocket()
    {
    }

    /// <summary>Where it is in the kernel's memory, or a value that stands for that; null where the kernel writes zero.</summary>
    [Key("sk", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>References to the socket in the kernel: <c>RefCnt</c>.</summary>
    [Key("RefCnt")] public long? References { get; private set; }

    /// <summary>Raw for packets with the header of their link, Dgram for those without.</summary>
    [Key("Type")] public SocketType? Type { get; private set; }

    /// <summary>The protocol that it is given, by the numbers of Ethernet: 3 for all, 0x800 for IPv4; 0 for none.</summary>
    [Key("Proto", Scale.Hex)] public int? Protocol { get; private set; }

    /// <summary>The index of the one device that it is bound to; 0 for all: <c>Iface</c>.</summary>
    [Key("Iface")] public int? InterfaceIndex { get; private set; }

    /// <summary>Whether it is given packets: <c>R</c>.</summary>
    [Key("R")] public bool? IsRunning { get; private set; }

    /// <summary>Memory of packets that the program has not read: <c>Rmem</c>.</summary>
    [Key("Rmem"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The user who made the socket: <c>User</c>.</summary>
    [Key("User")] public uint? UserId { get; private set; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public string? User { get; private set; }

    /// <summary>The inode, as in the descriptor's target <c>socket:[1234]</c>.</summary>
    [Key("Inode")] public ulong Inode { get; private set; }

    /// <summary>Columns that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PacketSocket),
        new(nameof(Type), 9),
        new(nameof(Protocol), 8),
        new(nameof(InterfaceIndex), 14),
        new(nameof(IsRunning), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12),
        new(nameof(Inode), 10));

    /// <summary>The type, the protocol and the inode: <c>Raw 3 21034</c>.</summary>
    public override string ToString() => $"{Type?.ToString() ?? "?"} {Protocol:x} {Inode}";

    static string IRow<PacketSocket>.NameOf(PacketSocket row) => $"{row.Inode}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PacketSocket, bool> emit) => HeaderedLines.Read(source, static _ => new PacketSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);
}
