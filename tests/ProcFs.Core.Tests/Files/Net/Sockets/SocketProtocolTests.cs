using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SocketProtocolTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_protocol_has_sockets_memory_and_operations()
    {
        SocketProtocol tcp = NetFiles.Rows<SocketProtocol>(modern, "protocols").Single(row => row.Name == "TCP");
        Assert.Equal((2272L, 35L, 22 * 4096L, false, 320L, true, "kernel"), (tcp.SocketSize, tcp.Sockets, tcp.Memory, tcp.IsUnderPressure, tcp.MaximumHeader, tcp.HasSlab, tcp.Module));
        Assert.Equal((true, true, true, true, null), (tcp.HasAccept, tcp.HasHash, tcp.HasGetPort, tcp.HasEnterMemoryPressure, tcp.HasSendPage));
        Assert.Empty(tcp.Unavailable);
        Assert.Equal("TCP 35", $"{tcp}");
    }

    [Fact]
    public void A_value_that_is_not_counted_is_null()
    {
        SocketProtocol row = NetFiles.Rows<SocketProtocol>(modern, "protocols").Single(row => row.Name == "L2TP/IPv6");
        Assert.Equal((null, null, "l2tp_ip6", false, false), (row.Memory, row.IsUnderPressure, row.Module, row.HasAccept, row.HasEnterMemoryPressure));
        Assert.Empty(row.Unavailable);
    }

    [Fact]
    public void An_older_kernel_can_send_pages()
    {
        SocketProtocol tcp = NetFiles.Rows<SocketProtocol>(old, "protocols")[1];
        Assert.Equal((93L, 1225378 * 4096L, true, true, false), (tcp.Sockets, tcp.Memory, tcp.IsUnderPressure, tcp.HasSendMsg, tcp.HasBind));
        Assert.True(tcp.HasSendPage);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        SocketProtocol row = Assert.Single(NetFiles.RowsOf<SocketProtocol>("protocols", "protocol size memory press cl co\nX -1 -2 maybe y z\n").Rows);
        Assert.Equal((-1L, null, null, true, null), (row.SocketSize, row.Memory, row.IsUnderPressure, row.HasClose, row.HasConnect));
        Assert.Equal(["HasConnect", "IsUnderPressure", "Memory"], row.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
    }
}
