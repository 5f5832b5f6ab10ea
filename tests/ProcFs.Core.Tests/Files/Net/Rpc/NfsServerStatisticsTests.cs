using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsServerStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Calls_are_counted_by_procedure()
    {
        NfsServerStatistics nfs = NetFiles.Record<NfsServerStatistics>(modern, "rpc/nfsd");
        Assert.Equal((0UL, 6UL, 18622UL, 1UL, 157286400UL, 4096UL, 8UL), (nfs.ReplyCacheHits, nfs.ReplyCacheMisses, nfs.ReplyCacheUnused, nfs.StaleHandles, nfs.BytesRead, nfs.BytesWritten, nfs.Threads));
        Assert.Equal((18628UL, 3UL, 18625UL, 6UL), (nfs.Packets, nfs.UdpPackets, nfs.TcpPackets, nfs.TcpConnections));
        Assert.Equal((18628UL, 4UL, 1UL, 2UL, 0UL, 15UL), (nfs.Calls, nfs.BadCalls, nfs.BadFormat, nfs.BadAuthentication, nfs.BadClients, nfs.WriteDelegationConflicts));
        Assert.Equal((4410UL, 2719UL, 10853UL), (nfs.Version2!["lookup"], nfs.Version3!["lookup"], nfs.Version4!["compound"]));
        Assert.Equal((1098UL, 8179UL, 5900UL, 9609UL, 40), (nfs.Version4Operations!["access"], nfs.Version4Operations["getattr"], nfs.Version4Operations["lookup"], nfs.Version4Operations["putfh"], nfs.Version4Operations.Count));
        Assert.Equal(("32", "0.000"), (nfs.Additional["ra.1"], nfs.Additional["th.3"]));
        Assert.Empty(nfs.Unavailable);
    }

    [Fact]
    public void An_operation_without_a_name_has_its_number_and_an_odd_value_costs_its_property()
    {
        var nfs = NfsServerStatistics.Parse("proc4 3 1 2 3\nproc4ops 1 x\nth -1\n"u8, Sources.Of("net/rpc/nfsd"));
        Assert.Equal((3UL, null, null), (nfs.Version4!["2"], nfs.Version4Operations, nfs.Threads));
        Assert.Equal(["Threads", "Version4Operations"], nfs.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
    }
}
