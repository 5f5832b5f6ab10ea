using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NeighborCacheStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_CPU_counts_in_hexadecimal()
    {
        List<NeighborCacheStatistics> cpus = NetFiles.Rows<NeighborCacheStatistics>(modern, "stat/arp_cache");
        Assert.Equal((0, 20UL, 1UL, 2UL, 3UL, 4UL, 5UL), (cpus[0].Cpu, cpus[0].Entries, cpus[0].Allocations, cpus[0].Destroyed, cpus[0].Grown, cpus[0].Lookups, cpus[0].Hits));
        Assert.Equal((6UL, 7UL, 8UL, 9UL, 10UL), (cpus[0].ResolutionsFailed, cpus[0].MulticastProbesReceived, cpus[0].UnicastProbesReceived, cpus[0].PeriodicCollections, cpus[0].ForcedCollections));
        Assert.Equal((11UL, 12UL, 0xffffffffUL), (cpus[0].UnresolvedDiscards, cpus[0].TableFull, cpus[1].TableFull));
        Assert.Equal("1: 20 entries, 443 lookups", $"{cpus[1]}");
        Assert.Equal(36UL, Assert.Single(NetFiles.Rows<NeighborCacheStatistics>(modern, "stat/ndisc_cache")).Entries);
    }

    [Fact]
    public void An_older_kernel_lacks_columns_and_an_odd_value_affects_only_itself()
    {
        NeighborCacheStatistics row = Assert.Single(NetFiles.Rows<NeighborCacheStatistics>(old, "stat/arp_cache"));
        Assert.Equal((0x3baUL, null, UnavailableReason.NotOnThisKernel), (row.PeriodicCollections, row.TableFull, row.Unavailable["TableFull"]));
        row = Assert.Single(NetFiles.RowsOf<NeighborCacheStatistics>("stat/arp_cache", "entries hits new\n-1 a 7\n").Rows);
        Assert.Equal((null, 10UL, "7", UnavailableReason.Malformed), (row.Entries, row.Hits, row.Additional["new"], row.Unavailable["Entries"]));
    }

    [Fact]
    public void This_machine_has_a_line_for_each_CPU()
    {
        List<NeighborCacheStatistics> rows = NetFiles.Rows<NeighborCacheStatistics>(new ProcRoot(), "self/net/stat/arp_cache").Rows;
        Assert.True(rows.Count >= Environment.ProcessorCount, $"{rows.Count}");
        Assert.All(rows, row => Assert.Empty(row.Additional));
    }
}
