using ProcFs.Fixtures;

namespace ProcFs;

public sealed class LoadBalancerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_virtual_server_has_its_real_servers()
    {
        List<VirtualServer> servers = NetFiles.Rows<VirtualServer>(modern, "ip_vs");
        Assert.Equal(["TCP 198.51.100.1:80 wlc", "TCP [2001:db8::1]:443 rr", "FWM 7 rr"], servers.Select(server => $"{server}"));
        Assert.Equal((TimeSpan.FromMinutes(6), false, null), (servers[0].Persistence, servers[0].IsOnePacket, servers[0].Mark));
        Assert.Equal(["203.0.113.7:8080 weight 1", "203.0.113.8:8080 weight 0"], servers[0].Servers.Select(server => $"{server}"));
        Assert.Equal(("Masq", 12L, 3L), (servers[0].Servers[0].Forwarding, servers[0].Servers[0].ActiveConnections, servers[0].Servers[0].InactiveConnections));
        Assert.Equal("[2001:db8::7]:443 weight 5", $"{Assert.Single(servers[1].Servers)}");
        Assert.Equal((7L, null, true), (servers[2].Mark, servers[2].Address, servers[2].IsOnePacket));
        Assert.Empty(servers[2].Servers);
    }

    [Fact]
    public void An_odd_line_costs_only_itself()
    {
        (List<VirtualServer> servers, List<ProcException> errors) = NetFiles.RowsOf<VirtualServer>("ip_vs", "TCP  odd rr\nTCP  C6336401:0050 rr \n  -> odd Masq 1 0 0\n  -> CB007107:1F90      Masq    1      0          0         \n");
        Assert.Equal(2, errors.Count);
        Assert.Single(Assert.Single(servers).Servers);
    }

    [Fact]
    public void A_connection_has_three_ends()
    {
        List<VirtualConnection> connections = NetFiles.Rows<VirtualConnection>(modern, "ip_vs_conn");
        Assert.Equal("TCP 192.0.2.5:40000 -> 198.51.100.1:80 -> 203.0.113.7:8080", $"{connections[0]}");
        Assert.Equal(("ESTABLISHED", TimeSpan.FromSeconds(899), null), (connections[0].State, connections[0].Expires, connections[0].PersistenceEngine));
        Assert.Equal(("2001:db8::7", "sip", "call-1@192.0.2.5"), ($"{connections[1].ServerAddress}", connections[1].PersistenceEngine, connections[1].PersistenceData));
        Assert.All(connections, connection => Assert.Empty(connection.Unavailable));
        VirtualConnection synchronized = Assert.Single(NetFiles.Rows<VirtualConnection>(modern, "ip_vs_conn_sync"));
        Assert.Equal(("SYNC", "FIN_WAIT"), (synchronized.Origin, synchronized.State));
    }

    [Fact]
    public void Traffic_is_in_total_by_cpu_and_a_second()
    {
        List<VirtualServerTraffic> all = NetFiles.Rows<VirtualServerTraffic>(modern, "ip_vs_stats");
        Assert.Equal(["all: 1200 connections", "all: 2 connections/s"], all.Select(row => $"{row}"));
        Assert.Equal((48000UL, 36000UL, 3840000UL, 96000000UL), (all[0].ReceivePackets, all[0].TransmitPackets, all[0].ReceiveBytes, all[0].TransmitBytes));
        List<VirtualServerTraffic> each = NetFiles.Rows<VirtualServerTraffic>(modern, "ip_vs_stats_percpu");
        Assert.Equal(["0: 700 connections", "10: 500 connections", "all: 1200 connections", "all: 2 connections/s"], each.Select(row => $"{row}"));
    }
}
