using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SocketStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long Page = 4096;

    [Fact]
    public void Sockets_are_counted_by_protocol_and_memory_is_in_bytes()
    {
        SocketStatistics sockets = NetFiles.Record<SocketStatistics>(modern, "sockstat");
        Assert.Equal((602L, 35L, 1L, 4L, 59L, 22 * Page), (sockets.Used, sockets.TcpInUse, sockets.TcpOrphans, sockets.TcpTimeWait, sockets.TcpAllocated, sockets.TcpMemory));
        Assert.Equal((12L, 62 * Page, 2L, 3L, 6L, 4096L), (sockets.UdpInUse, sockets.UdpMemory, sockets.UdpLiteInUse, sockets.RawInUse, sockets.FragmentsInUse, sockets.FragmentMemory));
        Assert.Empty(sockets.Unavailable);
        Assert.Equal("35 TCP, 12 UDP, 3 raw", $"{sockets}");
    }

    [Fact]
    public void Sockets_of_IPv6_have_no_memory_of_their_own()
    {
        SocketStatistics sockets = NetFiles.Record<SocketStatistics>(modern, "sockstat6");
        Assert.Equal((17L, 9L, 1L, 0L, null, null), (sockets.TcpInUse, sockets.UdpInUse, sockets.RawInUse, sockets.FragmentMemory, sockets.TcpMemory, sockets.Used));
        Assert.Empty(sockets.Unavailable);
    }

    [Fact]
    public void An_older_kernel_lacks_a_protocol_and_a_new_word_is_kept()
    {
        Assert.Equal(UnavailableReason.NotOnThisKernel, NetFiles.Record<SocketStatistics>(old, "sockstat").Unavailable["UdpLiteInUse"]);
        var sockets = SocketStatistics.Parse("TCP: inuse x mem -1 new 5 last\nMPTCP: inuse 7\nodd\n"u8, Sources.Of("net/sockstat"));
        Assert.Equal(["TcpInUse", "TcpMemory"], sockets.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
        Assert.Equal([("TCP.new", "5"), ("TCP.last", ""), ("MPTCP.inuse", "7"), ("odd", "")], sockets.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void This_machine_has_sockets_open()
    {
        var source = new ProcSource(new ProcRoot(), "self/net/sockstat");
        var sockets = SocketStatistics.Parse(File.ReadAllBytes("/proc/self/net/sockstat"), source);
        Assert.True(sockets.Used > 0, $"{sockets}");
        Assert.DoesNotContain(UnavailableReason.Malformed, sockets.Unavailable.Values);
    }
}
