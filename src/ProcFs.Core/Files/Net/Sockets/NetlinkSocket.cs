using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/netlink</c>: a netlink socket of a program or of the kernel itself. Source: netlink_native_seq_show() of net/netlink/af_netlink.c.
/// </summary>
[Fields]
public sealed partial class NetlinkSocket : ITable<NetlinkSocket>
{
    private static readonly string?[] s_families =
    [
        "route", "unused", "usersock", "fw", "tcpdiag", "nflog", "xfrm", "selinux", "iscsi", "audit", "fiblookup", "connector", "nft", "ip6fw", "dec-rt", "uevent",
        "genl", null, "scsi-trans", "ecryptfs", "rdma", "crypto", "smc",
    ];

    private NetlinkSocket()
    {
    }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("sk", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The number of the netlink protocol: <c>Eth</c>, 0 for NETLINK_ROUTE.</summary>
    [Key("Eth")] public int Protocol { get; private set; }

    /// <summary>The name of the protocol, as in ss(8): <c>route</c>, <c>genl</c>; the number if it has none.</summary>
    public string ProtocolName => NameOfProtocol(Protocol);

    /// <summary>The address of the socket (port id): 0 for the kernel's own, and usually the process id for the first socket of a program.</summary>
    [Key("Pid", Parser = nameof(TryPortId))] public uint? PortId { get; private set; }

    /// <summary>The first 32 multicast groups that it has joined, one bit each.</summary>
    [Key("Groups", Scale.Hex)] public long? Groups { get; private set; }

    /// <summary>The memory of messages not yet read by the program: <c>Rmem</c>.</summary>
    [Key("Rmem"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The memory of messages not yet delivered: <c>Wmem</c>.</summary>
    [Key("Wmem"), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>Whether a dump is in progress: <c>Dump</c>. Kernels before 3.7 write an address there.</summary>
    [Key("Dump", Parser = nameof(TryDump))] public bool? IsDumping { get; private set; }

    /// <summary>The number of references to the socket in the kernel: <c>Locks</c>.</summary>
    [Key("Locks")] public long? References { get; private set; }

    /// <summary>The number of messages dropped because its queue was full (since Linux 2.6.31).</summary>
    [Key("Drops")] public long? Drops { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c> (since Linux 2.6.38).</summary>
    [Key("Inode")] public ulong? Inode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NetlinkSocket),
        new(nameof(ProtocolName), 12),
        new(nameof(PortId), 10),
        new(nameof(Groups), 8),
        new(nameof(ReceiveQueue), 12),
        new(nameof(SendQueue), 9),
        new(nameof(Drops), 6),
        new(nameof(Inode), 10));

    /// <summary>The protocol, the address and the inode: <c>route 4242 21034</c>.</summary>
    public override string ToString() => $"{ProtocolName} {PortId?.ToString() ?? "?"} {Inode}".TrimEnd();

    static string IRow<NetlinkSocket>.NameOf(NetlinkSocket row) => $"{row.Protocol}:{row.PortId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NetlinkSocket, bool> emit) => HeaderedLines.Read(source, static _ => new NetlinkSocket(), emit);

    internal static string NameOfProtocol(int protocol) =>
        protocol >= 0 && protocol < s_families.Length && s_families[protocol] is { } name ? name : $"{protocol}";

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);

    // Kernels before 4.6 write it as a signed number.
    private static bool TryPortId(ReadOnlySpan<byte> value, ProcSource source, out uint? port)
    {
        bool parsed = Value.TryRead(value, source, out long number) && number is >= int.MinValue and <= uint.MaxValue;
        port = unchecked((uint)number);
        return parsed;
    }

    private static bool TryDump(ReadOnlySpan<byte> value, ProcSource source, out bool? isDumping)
    {
        bool parsed = Value.TryHex(value, source, out ulong number);
        isDumping = number != 0;
        return parsed || value.SequenceEqual("(null)"u8);
    }
}
