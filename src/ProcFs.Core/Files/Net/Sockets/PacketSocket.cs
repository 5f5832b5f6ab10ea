using System.Net.Sockets;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/packet</c>: a socket that receives the packets of network devices, as used by tcpdump and DHCP clients. Source: packet_seq_show()
/// of net/packet/af_packet.c.
/// </summary>
[Fields]
public sealed partial class PacketSocket : ITable<PacketSocket>
{
    private PacketSocket()
    {
    }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("sk", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The number of references to the socket in the kernel: <c>RefCnt</c>.</summary>
    [Key("RefCnt")] public long? References { get; private set; }

    /// <summary>Raw for packets with the link-layer header, Dgram for packets without it.</summary>
    [Key("Type")] public SocketType? Type { get; private set; }

    /// <summary>The Ethernet protocol number that it receives: 3 for all, 0x800 for IPv4; 0 for none.</summary>
    [Key("Proto", Scale.Hex)] public int? Protocol { get; private set; }

    /// <summary>The index of the network device that it is bound to; 0 for all: <c>Iface</c>.</summary>
    [Key("Iface")] public int? InterfaceIndex { get; private set; }

    /// <summary>Whether it is running, and so receives packets: <c>R</c>.</summary>
    [Key("R")] public bool? IsRunning { get; private set; }

    /// <summary>The memory of packets not yet read by the program: <c>Rmem</c>.</summary>
    [Key("Rmem"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The id of the user who created the socket: <c>User</c>.</summary>
    [Key("User")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>.</summary>
    [Key("Inode")] public ulong Inode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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
