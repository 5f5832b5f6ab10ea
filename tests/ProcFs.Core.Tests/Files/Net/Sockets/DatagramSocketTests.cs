using System.Net;
using System.Net.Sockets;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DatagramSocketTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private const string Header = "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops\n";

    [Fact]
    public void Each_socket_has_its_ends_queues_and_drops()
    {
        List<DatagramSocket> sockets = Read(fixture.Root, "4300/net/udp").Rows;
        Assert.Equal(
            ["127.0.0.53:53 -> 0.0.0.0:* Close 18233", "192.168.2.5:54321 -> 8.8.8.8:53 Established 40201"],
            sockets.Select(socket => $"{socket}"));
        Assert.Equal((412, 0L, 768L, 12L, 2L), (sockets[0].Slot, sockets[0].SendQueue, sockets[0].ReceiveQueue, sockets[0].Drops, sockets[0].References));
        Assert.Equal((101U, 0xffff8a5c0455b180UL), (sockets[0].UserId, sockets[0].KernelAddress!.Value));
        Assert.Equal((576L, null), (sockets[1].SendQueue, sockets[1].KernelAddress));
        Assert.All(sockets, socket => Assert.Empty(socket.Unavailable));
    }

    [Fact]
    public void A_raw_socket_has_its_protocol_for_a_port()
    {
        DatagramSocket socket = Assert.Single(Read(fixture.Root, "4300/net/raw6").Rows);
        Assert.Equal(("[::]:58 -> [::]:* Close 17800", 58), ($"{socket}", socket.LocalPort));
    }

    [Fact]
    public void An_odd_value_costs_its_property_and_an_older_kernel_lacks_a_column()
    {
        using var root = new TemporaryRoot();
        root.Write("net/udp", Header + "  1: 0100007F:0035 ?:0 07 0:0 00:0 0 x 0 9 2 0\n  ?: 0100007F:0035 00000000:0000 07\n");
        (List<DatagramSocket> sockets, List<ProcException> errors) = Read(root.Root, "net/udp");
        DatagramSocket socket = Assert.Single(sockets);
        Assert.Equal((53, 9UL, null, null, null), (socket.LocalPort, socket.Inode, socket.RemoteAddress, socket.UserId, socket.Drops));
        Assert.Equal(
            (UnavailableReason.Malformed, UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel),
            (socket.Unavailable["RemoteAddress"], socket.Unavailable["UserId"], socket.Unavailable["Drops"]));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }

    [Theory]
    [InlineData("net/udp", "127.0.0.1")]
    [InlineData("net/udp6", "::1")]
    public void A_socket_of_this_process_is_found_by_its_port(string file, string address)
    {
        using var client = new UdpClient(new IPEndPoint(IPAddress.Parse(address), 0));
        int port = ((IPEndPoint)client.Client.LocalEndPoint!).Port;
        DatagramSocket socket = Assert.Single(Read(new ProcRoot(), file).Rows, socket => socket.LocalPort == port && socket.LocalAddress == address);
        Assert.Equal(TcpState.Close, socket.State);
        Assert.Equal($"socket:[{socket.Inode}]", new FileInfo($"/proc/self/fd/{client.Client.SafeHandle.DangerousGetHandle()}").LinkTarget);
    }

    private static (List<DatagramSocket> Rows, List<ProcException> Errors) Read(ProcRoot root, string file)
    {
        var rows = new List<DatagramSocket>();
        var errors = new List<ProcException>();
        DatagramSocket.ReadRows(new ProcSource(root, file) { Report = errors.Add }, socket =>
        {
            rows.Add(socket);
            return true;
        });
        return (rows, errors);
    }
}
