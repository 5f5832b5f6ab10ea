using System.Net;
using System.Net.Sockets;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SocketQueryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string TcpHeader = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private const string Listener = "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 5001 1 0000000000000000 100 0 0 10 0\n";

    [Fact]
    public void Each_namespace_of_a_capture_is_read_once_and_its_sockets_have_all_owners()
    {
        using TemporaryRoot root = Capture();
        List<SocketInfo> sockets = Read(root.Root, new SocketFilter { Protocols = ["tcp"] });
        Assert.Equal([4026531840UL, 4026532999UL], sockets.Select(socket => socket.NetworkNamespace!.Value));
        Assert.Equal(["10:3 one", "11:4 two"], sockets[0].Owners!.Select(owner => $"{owner}"));
        Assert.Equal(["20:9 three"], sockets[1].Owners!.Select(owner => $"{owner}"));
        Assert.Equal((10, "one", "127.0.0.1:8080", SocketOrigin.Text), (sockets[0].ProcessId, sockets[0].ProcessName, sockets[0].LocalEndPoint, sockets[0].Source));
    }

    [Fact]
    public void A_member_without_files_is_replaced_by_another()
    {
        using TemporaryRoot root = Capture();
        File.Delete($"{root.Root.Path}/10/net/tcp");
        root.Write("11/net/tcp", TcpHeader + Listener);
        Assert.Single(Read(root.Root, new SocketFilter { Protocols = ["tcp"] }), socket => socket.NetworkNamespace == 4026531840);
    }

    [Fact]
    public void Ports_that_no_socket_has_are_one_error()
    {
        using TemporaryRoot root = Capture();
        var query = new SocketQuery(root.Root, new SocketFilter { LocalPorts = [1, 2] });
        Assert.Empty(query.Read(cancellation: Cancellation));
        Assert.Equal("No socket has the local port 1, 2.", Assert.Single(query.Unmatched).Message);
        query = new SocketQuery(root.Root, new SocketFilter { LocalPorts = [1, 8080], States = [TcpState.Established] });
        Assert.Empty(query.Read(cancellation: Cancellation));
        Assert.Empty(query.Unmatched);
    }

    [Fact]
    public void A_line_that_is_none_is_reported_and_the_others_come()
    {
        using TemporaryRoot root = Capture();
        root.Write("20/net/tcp", TcpHeader + "odd\n" + Listener);
        Outcome<SocketInfo>[] outcomes = [.. new SocketQuery(root.Root, new SocketFilter { Protocols = ["tcp"] }).Read(cancellation: Cancellation)];
        Assert.Equal(2, outcomes.Count(outcome => outcome.Item is not null));
        Assert.Equal(2, Assert.Single(outcomes, outcome => outcome.Error is not null).Error!.LineNumber);
    }

    [Fact]
    public void Only_the_sockets_of_named_processes_come_and_with_all_owners()
    {
        using TemporaryRoot root = Capture();
        var query = new SocketQuery(root.Root);
        SocketInfo socket = Assert.Single(query.Read(root.Root.Processes([11]), Cancellation), outcome => outcome.Item is not null).Item!;
        Assert.Equal([10, 11], socket.Owners!.Select(owner => owner.ProcessId));
        Assert.Equal(ProcErrorKind.NotFound, Assert.Single(query.Read(root.Root.Processes([99]), Cancellation)).Error!.Kind);
    }

    [Fact]
    public void A_listener_of_this_process_is_found_with_it_as_owner()
    {
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        SocketInfo socket = Assert.Single(Read(new ProcRoot(), new SocketFilter { LocalPorts = [port], States = [TcpState.Listen], Protocols = ["tcp6"] }));
        Assert.Contains(socket.Owners!, owner => owner.ProcessId == Environment.ProcessId && owner.Number == (int)listener.Server.SafeHandle.DangerousGetHandle());
        Assert.Equal($"[::1]:{port}", socket.LocalEndPoint);
    }

    // Two processes of one namespace share a listener; in another namespace a process has one of its own.
    private static TemporaryRoot Capture()
    {
        var root = new TemporaryRoot();
        foreach ((int id, string name, int number, ulong space) in ((int, string, int, ulong)[])[(10, "one", 3, 4026531840), (11, "two", 4, 4026531840), (20, "three", 9, 4026532999)])
        {
            root.Write($"{id}/comm", $"{name}\n");
            root.Write($"{id}/stat", $"{id} ({name}) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 100 0 0\n");
            Directory.CreateDirectory($"{root.Root.Path}/{id}/fd");
            Directory.CreateDirectory($"{root.Root.Path}/{id}/ns");
            File.CreateSymbolicLink($"{root.Root.Path}/{id}/fd/{number}", id == 20 ? "socket:[5002]" : "socket:[5001]");
            File.CreateSymbolicLink($"{root.Root.Path}/{id}/ns/net", $"net:[{space}]");
        }

        root.Write("10/net/tcp", TcpHeader + Listener);
        root.Write("20/net/tcp", TcpHeader + Listener.Replace(" 5001 ", " 5002 ", StringComparison.Ordinal));
        return root;
    }

    private static List<SocketInfo> Read(ProcRoot root, SocketFilter filter) =>
        [.. new SocketQuery(root, filter).Read(cancellation: Cancellation).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
