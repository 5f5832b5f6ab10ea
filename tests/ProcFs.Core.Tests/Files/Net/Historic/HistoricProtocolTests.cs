using ProcFs.Fixtures;

namespace ProcFs;

public sealed class HistoricProtocolTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Logical_link_control_has_sockets_and_connections()
    {
        List<LlcSocket> sockets = NetFiles.Rows<LlcSocket>(modern, "llc/socket");
        Assert.Equal(("02:00:5e:00:53:01@04 -> 02:00:5e:00:53:02@04", TcpState.Established, 1536L, 1, 1L), ($"{sockets[0]}", sockets[0].State, sockets[0].ReceiveQueue, sockets[0].SocketType, sockets[0].LinkNumber));
        Assert.Equal((TcpState.Close, 1000U), (sockets[1].State, sockets[1].UserId));
        List<LlcConnection> connections = NetFiles.Rows<LlcConnection>(modern, "llc/core");
        Assert.Equal(["04 normal", "e0 await_busy"], connections.Select(connection => $"{connection}"));
        Assert.Equal((3L, 10L, 64L, 2L, true, true, false, true), (connections[1].Retries, connections[1].SendWindow, connections[1].ReceiveWindow, connections[1].SupervisoryFlag, connections[1].IsRemoteBusy, connections[1].IsPollTimerActive, connections[1].IsRejectTimerActive, connections[1].IsOwned));
        Assert.All(connections, connection => Assert.Empty(connection.Unavailable));
        Assert.All(sockets, socket => Assert.Empty(socket.Unavailable));
    }

    [Fact]
    public void A_socket_that_no_program_has_open_has_no_user()
    {
        const string Text = "SKt Mc local_mac_sap remote_mac_sap tx_queue rx_queue st uid link\n 1 0 02:00:5e:00:53:01@04 00:00:00:00:00:00@00 0 -12 1 -1 0\n";
        LlcSocket socket = Assert.Single(NetFiles.RowsOf<LlcSocket>("llc/socket", Text).Rows);
        Assert.Equal((null, null, -12L), (socket.UserId, socket.User, socket.ReceiveQueue));
        Assert.Empty(socket.Unavailable);
    }

    [Fact]
    public void X25_has_sockets_routes_and_forwarded_calls()
    {
        List<X25Socket> sockets = NetFiles.Rows<X25Socket>(modern, "x25/socket");
        Assert.Equal(["311021234567 -> 311027654321 21501", "311021234567 -> * 21500"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((12, 3, 4, 5, 4, TimeSpan.FromSeconds(200), 512L), (sockets[0].LogicalChannel, sockets[0].State, sockets[0].SendSequence, sockets[0].ReceiveSequence, sockets[0].AcknowledgedSequence, sockets[0].CallTimeout, sockets[0].ReceiveQueue));
        Assert.Null(sockets[1].Device);
        Assert.Equal(["311020000000000/5 dev lapb0", "000000000000000/0 dev ?"], NetFiles.Rows<X25Route>(modern, "x25/route").Select(route => $"{route}"));
        Assert.Equal("12 lapb0 lapb1", $"{Assert.Single(NetFiles.Rows<X25Forward>(modern, "x25/forward"))}");
    }

    [Fact]
    public void AppleTalk_has_neighbors_interfaces_routes_and_sockets()
    {
        List<AppleTalkNeighbor> neighbors = NetFiles.Rows<AppleTalkNeighbor>(modern, "atalk/arp");
        Assert.Equal(["resolved", "unresolved", "proxies"], neighbors.Select(neighbor => neighbor.State));
        Assert.Equal((TimeSpan.FromSeconds(231.4), null, null), (neighbors[0].Expires, neighbors[0].LastSent, neighbors[0].Attempts));
        Assert.Equal((TimeSpan.FromSeconds(0.15), 3L), (neighbors[1].LastSent, neighbors[1].Attempts));
        Assert.All(neighbors, neighbor => Assert.Empty(neighbor.Unavailable));
        Assert.Null(neighbors[2].Device);
        Assert.Equal(("eth0 FF00:2A", "FF00-FFFE", 0), ($"{NetFiles.Rows<AppleTalkInterface>(modern, "atalk/interface")[0]}", NetFiles.Rows<AppleTalkInterface>(modern, "atalk/interface")[0].Networks, NetFiles.Rows<AppleTalkInterface>(modern, "atalk/interface")[0].Status));
        List<AppleTalkRoute> routes = NetFiles.Rows<AppleTalkRoute>(modern, "atalk/route");
        Assert.Equal([("Default", RouteFlags.Up | RouteFlags.Gateway), ("FF00:00", RouteFlags.Up)], routes.Select(route => (route.Destination, route.Flags!.Value)));
        List<AppleTalkSocket> sockets = NetFiles.Rows<AppleTalkSocket>(modern, "atalk/socket");
        Assert.Equal((TcpState.Close, 512L, 16L, TcpState.Established), (sockets[0].State, sockets[0].ReceiveQueue, sockets[1].SendQueue, sockets[1].State));
    }

    [Fact]
    public void Ipx_has_interfaces_routes_and_sockets()
    {
        List<IpxInterface> interfaces = NetFiles.Rows<IpxInterface>(modern, "ipx/interface");
        Assert.Equal([("00000A1B:02005E005301 dev eth0", true, "802.2"), ("0000CAFE:000000000001 dev Internal", false, "None")], interfaces.Select(item => ($"{item}", item.IsPrimary!.Value, item.FrameType!)));
        Assert.Equal(["00000A1B", "00000A1C via 00000A1B:02005E005302"], NetFiles.Rows<IpxRoute>(modern, "ipx/route").Select(route => $"{route}"));
        List<IpxSocket> sockets = NetFiles.Rows<IpxSocket>(modern, "ipx/socket");
        Assert.Equal(["00000A1B:4003 -> 00000A1C:02005E005302:0451", "00000A1B:0452 -> *"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((0x120L, 0U, 1000U, TcpState.Close), (sockets[0].ReceiveQueue, sockets[0].UserId, sockets[1].UserId, sockets[1].State));
    }

    [Fact]
    public void Decnet_has_sockets_devices_neighbors_and_routes()
    {
        List<DecnetSocket> sockets = NetFiles.Rows<DecnetSocket>(modern, "decnet");
        Assert.Equal(["1.1/2004 -> 1.2/2001 RUN", "0.0/2005 -> 0.0/0000 OPEN"], sockets.Select(socket => $"{socket}"));
        Assert.Equal(("0012:0003", "0009:0002", 0, 1, "FAL", "IMMED"), (sockets[0].LocalSegments, sockets[0].RemoteSegments, sockets[0].LocalFlowControl, sockets[0].RemoteFlowControl, sockets[0].RemoteObject, sockets[0].AcceptMode));
        List<DecnetDevice> devices = NetFiles.Rows<DecnetDevice>(modern, "decnet_dev");
        Assert.Equal([("eth0 ethernet", "1.1023", null), ("gre0 ipgre", null, "1.2"), ("lo loopback", null, null)], devices.Select(device => ($"{device}", device.Router, device.Peer)));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(10), 1498L, 32, 6UL), (devices[0].HelloTimer, devices[0].HelloInterval, devices[0].BlockSize, devices[0].Priority, devices[0].State));
        Assert.Equal([("1.2 dev eth0", "-2-", 2UL, 1498L), ("1.1023 dev ?", "1--", 0x80UL, 576L)], NetFiles.Rows<DecnetNeighbor>(modern, "decnet_neigh").Select(neighbor => ($"{neighbor}", neighbor.Flags!, neighbor.State!.Value, neighbor.BlockSize!.Value)));
        Assert.Equal(["1.1 -> 1.2 dev eth0", "1.1 -> 1.1 dev *"], NetFiles.Rows<DecnetCachedRoute>(modern, "decnet_cache").Select(route => $"{route}"));
        Assert.Single(NetFiles.RowsOf<DecnetDevice>("decnet_dev", "eth0     B     0000 0000\n").Errors);
    }
}
