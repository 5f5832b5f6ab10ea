using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RxrpcTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_call_has_its_ends_and_windows()
    {
        List<RxrpcCall> calls = NetFiles.Rows<RxrpcCall>(modern, "rxrpc/calls");
        Assert.Equal(
            ["192.0.2.5:7001 -> 192.0.2.7:7000 2 ClRcvRpl", "192.0.2.5:7001 -> [2001:db8::7]:7000 3 Complete", "? -> 0.0.0.0:0 0 SvPrealc"],
            calls.Select(call => $"{call}"));
        Assert.Equal((1L, 0x7f3a0005UL, false, 2L, 0x1dUL), (calls[0].ServiceId, calls[0].ConnectionId, calls[0].IsService, calls[0].References, calls[0].DebugId));
        Assert.Equal((1L, 0L, 5L, 2L, 9L, 10L), (calls[0].SendSequence, calls[0].SendWindow, calls[0].ReceiveSequence, calls[0].ReceiveWindow, calls[0].ReceiveSerial, calls[0].CongestionWindow));
        Assert.Equal([19850L, -200L, 0L], calls.Select(call => call.ReceiveTimeout!.Value));
        Assert.Equal((0x999L, 0x80000005UL, true), (calls[1].ServiceId, calls[1].AbortCode, calls[1].IsService));
        Assert.Equal([nameof(RxrpcCall.UserCallId)], calls[0].Unavailable.Keys);
    }

    [Fact]
    public void A_call_of_an_old_kernel_has_fewer_columns()
    {
        const string Text = "Proto Local Remote SvID ConnID CallID End Use State Abort UserID\nUDP 192.0.2.5:7001 192.0.2.7:7000 1 00000004 0000000a Clt 2 Complete 00000000 ffff88003c1d2000\n";
        RxrpcCall call = Assert.Single(NetFiles.RowsOf<RxrpcCall>("rxrpc_calls", Text).Rows);
        Assert.Equal((0xffff88003c1d2000UL, null, UnavailableReason.NotOnThisKernel), (call.UserCallId, call.DebugId, call.Unavailable["DebugId"]));
    }

    [Fact]
    public void A_late_call_of_a_32_bit_machine_is_below_zero()
    {
        const string Text = "Proto Local Remote CallID RxTimo\nUDP no_socket no_connection 1 ffffff38\nUDP 1.2.3 x 2 7\n";
        List<RxrpcCall> calls = NetFiles.RowsOf<RxrpcCall>("rxrpc/calls", Text).Rows;
        Assert.Equal((-200L, null, null), (calls[0].ReceiveTimeout, calls[0].LocalEndPoint, calls[0].RemoteEndPoint));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (calls[1].Unavailable["LocalEndPoint"], calls[1].Unavailable["RemoteEndPoint"]));
    }

    [Fact]
    public void A_connection_has_its_calls()
    {
        List<RxrpcConnection> connections = NetFiles.Rows<RxrpcConnection>(modern, "rxrpc/conns");
        Assert.Equal(["192.0.2.5:7001 -> 192.0.2.7:7000 7f3a0004 Client", "? -> ? 0 SvPrealc"], connections.Select(connection => $"{connection}"));
        Assert.Equal((3L, 1L, 0x1ab2c3d4UL, 0x21L, 0x1fL), (connections[0].References, connections[0].Active, connections[0].KeySerial, connections[0].SendSerial, connections[0].ReceiveSerial));
        Assert.Equal((7UL, 2UL, 0UL, 0UL, -1L), (connections[0].CallId0, connections[0].CallId1, connections[0].CallId2, connections[0].CallId3, connections[1].Active));
        Assert.All(connections, connection => Assert.Empty(connection.Unavailable));
    }

    [Fact]
    public void A_connection_of_an_old_kernel_has_the_number_of_its_calls()
    {
        const string Text = "Proto Local                  Remote                 SvID ConnID   Calls    End Use State    Key      Serial   ISerial\n"
            + "UDP   192.0.2.5:7001         192.0.2.7:7000            1 7f3a0004 00000002 Clt   2 Client   1ab2c3d4 00000021 0000001f\n";
        RxrpcConnection connection = Assert.Single(NetFiles.RowsOf<RxrpcConnection>("rxrpc_conns", Text).Rows);
        Assert.Equal((2L, null, "Client", "00000002"), (connection.References, connection.Active, connection.State, connection.Additional["Calls"]));
    }

    [Fact]
    public void A_bundle_has_flags()
    {
        List<RxrpcBundle> bundles = NetFiles.Rows<RxrpcBundle>(modern, "rxrpc/bundles");
        Assert.Equal([(2UL, false, false, false, 1UL), (0x12UL, true, true, true, 0x31UL)], bundles.Select(bundle => (bundle.BundleId, bundle.IsUpgradeTried!.Value, bundle.IsExclusive!.Value, bundle.IsUpgradable!.Value, bundle.ConnectionId0!.Value)));
        Assert.All(bundles, bundle => Assert.Empty(bundle.Additional));
    }

    [Fact]
    public void A_peer_has_times()
    {
        List<RxrpcPeer> peers = NetFiles.Rows<RxrpcPeer>(modern, "rxrpc/peers");
        Assert.Equal((TimeSpan.FromSeconds(12), TimeSpan.FromMicroseconds(431), TimeSpan.FromMicroseconds(200431)), (peers[0].LastUse, peers[0].RoundTripTime, peers[0].RetransmitTimeout));
        Assert.Equal((5L, 34L, 1412L, "192.0.2.5:7001 -> [2001:db8::7]:7000"), (peers[0].References, peers[0].SlowStartThreshold, peers[0].MaximumData, $"{peers[1]}"));
    }

    [Fact]
    public void A_peer_of_an_old_kernel_has_nanoseconds()
    {
        const string Text = "Proto Local Remote Use CW MTU LastUse RTT Rc\nUDP 192.0.2.5:7001 192.0.2.7:7000 1 4 1444 7s 431000 2\n";
        RxrpcPeer peer = Assert.Single(NetFiles.RowsOf<RxrpcPeer>("rxrpc/peers", Text).Rows);
        Assert.Equal((TimeSpan.FromMicroseconds(431), 2L, 4L, 1444L), (peer.RoundTripTime, peer.RoundTripSamples, peer.CongestionWindow, peer.MaximumTransmissionUnit));
    }

    [Fact]
    public void A_local_endpoint_has_a_queue()
    {
        List<RxrpcLocal> locals = NetFiles.Rows<RxrpcLocal>(modern, "rxrpc/locals");
        Assert.Equal([("0.0.0.0:7001", 4L, 2L, 0L), ("[::]:7003", 1L, 1L, 3L)], locals.Select(local => (local.LocalEndPoint!, local.References!.Value, local.Active!.Value, local.ReceiveQueue!.Value)));
        Assert.Empty(NetFiles.RowsOf<RxrpcLocal>("rxrpc/locals", "Proto Local Use Act RxQ\n").Rows);
    }
}
