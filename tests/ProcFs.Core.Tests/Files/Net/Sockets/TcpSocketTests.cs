using System.Net;
using System.Net.Sockets;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class TcpSocketTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private const string Header = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private TcpSocket[] Captured
    {
        get
        {
            using ProcProcess process = fixture.Root.Process(4300);
            return [.. process.Rows<TcpSocket>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
        }
    }

    [Fact]
    public void Both_ends_and_the_state_are_typed()
    {
        Assert.Equal(
            [
                "127.0.0.1:631 -> 0.0.0.0:* Listen 21034",
                "192.168.2.5:22 -> 192.168.2.7:54434 Established 30712",
                "192.168.2.5:35410 -> 93.184.216.34:80 TimeWait",
                "192.168.2.5:40000 -> 10.0.0.1:443 SynSent 40125",
                "192.168.2.5:40002 -> 192.168.2.9:22 CloseWait 40160",
                "[::]:22 -> [::]:* Listen 19123",
                "[2001:db8::1]:8080 -> [2001:db8::2]:50000 Established 40188",
                "[::ffff:192.168.2.5]:8080 -> [::ffff:192.168.2.7]:50002 SynReceived",
            ],
            Captured.Select(socket => $"{socket}"));
    }

    [Fact]
    public void A_connection_has_queues_timers_and_windows()
    {
        TcpSocket socket = Captured[1];
        Assert.Equal((1, 36L, 0L, 30712UL, 4L), (socket.Slot, socket.SendQueue, socket.ReceiveQueue, socket.Inode, socket.References));
        Assert.Equal((TcpTimer.Retransmit, TimeSpan.FromMilliseconds(200), 0L), (socket.Timer, socket.TimerExpires, socket.Retransmits));
        Assert.Equal((TimeSpan.FromMilliseconds(240), TimeSpan.FromMilliseconds(40)), (socket.RetransmitTimeout, socket.AcknowledgeTimeout));
        Assert.Equal((15, true, 10L, 23L), (socket.QuickAcknowledgements, socket.IsInteractive, socket.CongestionWindow, socket.SlowStartThreshold));
        Assert.Equal((0U, "0", 0xffff8a5c01d21f80UL), (socket.UserId, socket.User, socket.KernelAddress!.Value));
        Assert.Empty(socket.Unavailable);
    }

    [Fact]
    public void A_listening_socket_has_other_meanings()
    {
        TcpSocket socket = Captured[0];
        Assert.Equal((2L, 5L, null, null), (socket.ReceiveQueue, socket.FastOpenQueueLimit, socket.SlowStartThreshold, socket.KernelAddress));
        Assert.Null(Captured[4].SlowStartThreshold);
        Assert.Null(Captured[4].FastOpenQueueLimit);
    }

    [Fact]
    public void A_connection_without_a_socket_lacks_socket_properties()
    {
        TcpSocket socket = Captured[2];
        Assert.Equal((0UL, 3L, null, TcpTimer.TimeWait), (socket.Inode, socket.References, socket.CongestionWindow, socket.Timer));
        Assert.Empty(socket.Unavailable);
    }

    [Fact]
    public void Addresses_are_in_the_order_of_the_machine()
    {
        using var root = new TemporaryRoot();
        root.Write("sys/kernel/arch", "s390x\n").Write("net/tcp", Header + "   0: 7F000001:0277 C0A80205:0050 01 0:0 0:0 0 0 0 1 1 0\n");
        Assert.Equal("127.0.0.1:631 -> 192.168.2.5:80 Established 1", $"{Assert.Single(Read(root).Rows)}");
    }

    [Fact]
    public void An_odd_value_costs_its_properties_and_an_odd_number_of_the_line_its_row()
    {
        using var root = new TemporaryRoot();
        root.Write(
            "net/tcp",
            Header
            + "   0: 0100007F:FFFFF 000:0050 7F 12:? (null) 0 99999999999 0 1 1 0 new\n"
            + "   ?: 0100007F:0277 00000000:0000 0A 0:0 0:0 0 0 0 1 1 0\n"
            + "   2: 0100007F:0277 00000000:0000 0A 0:0 5:0 0 0 0 1\n");
        (List<TcpSocket> sockets, List<ProcException> errors) = Read(root);
        Assert.Equal([0, 2], sockets.Select(socket => socket.Slot));
        Assert.Equal(("127.0.0.1", null, null, 80), (sockets[0].LocalAddress, sockets[0].LocalPort, sockets[0].RemoteAddress, sockets[0].RemotePort));
        Assert.Equal((TcpState.Unknown, 18L, null, null), (sockets[0].State, sockets[0].SendQueue, sockets[0].ReceiveQueue, sockets[0].UserId));
        Assert.Equal(
            ["LocalPort", "ReceiveQueue", "RemoteAddress", "RetransmitTimeout", "Timer", "TimerExpires", "UserId"],
            sockets[0].Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (sockets[1].Unavailable["Timer"], sockets[1].Unavailable["References"]));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_new_column_arrives_by_its_name()
    {
        using var root = new TemporaryRoot();
        root.Write("net/tcp", "  sl future local_address remote_address st\n   0: 7 0100007F:0277 00000000:0000 0A\n");
        TcpSocket socket = Assert.Single(Read(root).Rows);
        Assert.Equal(("7", 631, TcpState.Listen), (socket.Additional["future"], socket.LocalPort, socket.State));
    }

    [Fact]
    public void A_socket_of_this_process_is_found_by_its_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        TcpSocket socket = Assert.Single(
            new ProcRoot().Rows<TcpSocket>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item).OfType<TcpSocket>(),
            socket => socket.LocalPort == port && socket.LocalAddress == "127.0.0.1");
        Assert.Equal(TcpState.Listen, socket.State);
        string target = new FileInfo($"/proc/self/fd/{listener.Server.SafeHandle.DangerousGetHandle()}").LinkTarget!;
        Assert.Equal($"socket:[{socket.Inode}]", target);
    }

    private static (List<TcpSocket> Rows, List<ProcException> Errors) Read(TemporaryRoot root)
    {
        var rows = new List<TcpSocket>();
        var errors = new List<ProcException>();
        TcpSocket.ReadRows(new ProcSource(root.Root, "net/tcp") { Report = errors.Add }, socket =>
        {
            rows.Add(socket);
            return true;
        });
        return (rows, errors);
    }
}
