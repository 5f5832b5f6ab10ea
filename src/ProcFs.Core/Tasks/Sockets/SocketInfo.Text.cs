namespace ProcFs;

/// <content>From the rows of the files.</content>
public sealed partial class SocketInfo
{
    internal static SocketInfo Of(TcpSocket row, string protocol) => new(protocol)
    {
        State = row.State,
        LocalAddress = row.LocalAddress,
        LocalPort = row.LocalPort,
        RemoteAddress = row.RemoteAddress,
        RemotePort = row.RemotePort,
        ReceiveQueue = row.ReceiveQueue,
        SendQueue = row.SendQueue,
        Timer = row.Timer,
        TimerExpires = row.TimerExpires,
        Retransmits = row.Retransmits,
        UserId = row.Inode > 0 ? row.UserId : null,
        User = row.Inode > 0 ? row.User : null,
        Inode = row.Inode,
        CongestionWindow = row.CongestionWindow,
        SlowStartThreshold = row.SlowStartThreshold,
        RetransmitTimeout = row.RetransmitTimeout,
    };

    internal static SocketInfo Of(DatagramSocket row, string protocol) => new(protocol)
    {
        State = row.State,
        LocalAddress = row.LocalAddress,
        LocalPort = row.LocalPort,
        RemoteAddress = row.RemoteAddress,
        RemotePort = row.RemotePort,
        ReceiveQueue = row.ReceiveQueue,
        SendQueue = row.SendQueue,
        UserId = row.UserId,
        User = row.User,
        Inode = row.Inode,
        Drops = row.Drops,
    };

    // A relative path can also start with @.
    internal static SocketInfo Of(UnixSocket row, string protocol) => new(protocol)
    {
        State = StateOf(row),
        Name = row.Name,
        IsAbstract = row.Name is null or ['@', ..] ? null : false,
        Type = row.Type,
        Inode = row.Inode,
    };

    internal static SocketInfo Of(NetlinkSocket row, string protocol) => new(protocol)
    {
        Name = $"{row.ProtocolName}:{row.PortId}",
        ReceiveQueue = row.ReceiveQueue,
        SendQueue = row.SendQueue,
        Inode = row.Inode,
        Drops = row.Drops,
    };

    internal static SocketInfo Of(PacketSocket row, string protocol) => new(protocol)
    {
        Name = $"0x{row.Protocol:x4}",
        Type = row.Type,
        ReceiveQueue = row.ReceiveQueue,
        UserId = row.UserId,
        User = row.User,
        Inode = row.Inode,
        InterfaceIndex = row.InterfaceIndex,
    };

    internal static SocketInfo Of(SctpEndpoint row) => new("sctp")
    {
        State = row.State,
        LocalAddress = AddressOf(row.LocalAddresses),
        LocalPort = row.LocalPort,
        UserId = row.UserId,
        User = row.User,
        Inode = row.Inode,
    };

    internal static SocketInfo Of(SctpAssociation row) => new("sctp")
    {
        State = row.SocketState,
        LocalAddress = AddressOf(row.LocalAddresses),
        LocalPort = row.LocalPort,
        RemoteAddress = AddressOf(row.RemoteAddresses),
        RemotePort = row.RemotePort,
        ReceiveQueue = row.ReceiveQueue,
        SendQueue = row.SendQueue,
        Retransmits = row.Retransmits,
        UserId = row.UserId,
        User = row.User,
        Inode = row.Inode,
    };

    // The first; the others are in the file.
    private static string? AddressOf(string[]? addresses) =>
        addresses is [var first, ..] ? System.Net.IPAddress.TryParse(first, out System.Net.IPAddress? parsed) ? $"{parsed}" : first : null;

    // As the kernel stores it and sock_diag returns it.
    private static TcpState StateOf(UnixSocket row) => row.State switch
    {
        _ when row.IsListening => TcpState.Listen,
        UnixSocketState.Connected or UnixSocketState.Connecting => TcpState.Established,
        _ => TcpState.Close,
    };
}
