using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsClientStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Calls_are_counted_by_procedure()
    {
        NfsClientStatistics nfs = NetFiles.Record<NfsClientStatistics>(modern, "rpc/nfs");
        Assert.Equal((70UL, 5UL, 65UL, 45UL), (nfs.Packets, nfs.UdpPackets, nfs.TcpPackets, nfs.TcpConnections));
        Assert.Equal((1218785755UL, 374636UL, 1218815394UL), (nfs.Calls, nfs.Retransmits, nfs.AuthenticationRefreshes));
        Assert.Equal((69UL, 4410UL, 99UL, 2UL), (nfs.Version2!["getattr"], nfs.Version2["lookup"], nfs.Version2["readdir"], nfs.Version2["fsstat"]));
        Assert.Equal((4084749UL, 39UL, 22), (nfs.Version3!["getattr"], nfs.Version3["commit"], nfs.Version3.Count));
        Assert.Equal((1UL, ulong.MaxValue, 7UL), (nfs.Version4!["null"], nfs.Version4["write"], nfs.Version4["commit"]));
        Assert.Empty(nfs.Unavailable);
        Assert.Empty(nfs.Additional);
    }

    [Fact]
    public void An_odd_value_costs_its_property_and_a_new_line_is_kept()
    {
        var nfs = NfsClientStatistics.Parse("net 1 x\nproc3 22 1 x\nproc4 2 1 2\nproc5 7\n\n"u8, Sources.Of("net/rpc/nfs"));
        Assert.Equal((1UL, null, null, "7"), (nfs.Packets, nfs.UdpPackets, nfs.Version3, nfs.Additional["proc5.1"]));
        Assert.Equal(["UdpPackets", "Version3"], nfs.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
    }
}
