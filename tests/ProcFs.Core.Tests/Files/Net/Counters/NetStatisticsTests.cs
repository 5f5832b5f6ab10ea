using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NetStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_counter_has_its_name_and_the_known_ones_a_property()
    {
        NetStatistics statistics = NetFiles.Record<NetStatistics>(modern, "netstat");
        Assert.Equal((23UL, 24UL, 11UL), (statistics.ListenOverflows, statistics.ListenDrops, statistics.TimeWait));
        Assert.Equal((754764977UL, 859735UL, ulong.MaxValue), (statistics.IpInBytes, statistics.IpOutBytes, statistics.AbortsOnMemory));
        Assert.Equal(statistics.Counters["MPTcpExt.MPCurrEstab"], statistics.MptcpEstablished);
        Assert.Equal(
            File.ReadAllLines(modern.PathOf("4300/net/netstat")).Where((_, number) => number % 2 == 0).Sum(line => line.Split(' ').Length - 1),
            statistics.Counters.Count);
        Assert.Empty(statistics.Unavailable);
        Assert.Empty(statistics.Additional);
        Assert.Equal("720 MB received, 840 KB sent, 24 connections dropped", $"{statistics}");
    }

    [Fact]
    public void An_older_kernel_counts_less()
    {
        NetStatistics statistics = NetFiles.Record<NetStatistics>(old, "netstat");
        Assert.Equal((388812UL, 102471UL, 3UL, 6286396970UL), (statistics.TimeWait, statistics.DelayedAcknowledgements, statistics.ListenDrops, statistics.IpInBytes));
        Assert.Equal((80568UL, null), (statistics.Counters["TcpExt.TCPPrequeued"], statistics.MptcpEstablished));
        Assert.Equal(UnavailableReason.NotOnThisKernel, statistics.Unavailable["TcpTimeouts"]);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var statistics = NetStatistics.Parse("TcpExt: TW ListenDrops New Odd\nTcpExt: (null) -1 7 x 8\n"u8, Sources.Of("net/netstat"));
        Assert.Equal((null, null, 7UL, 8UL, "x"), (statistics.TimeWait, statistics.ListenDrops, statistics.Counters["TcpExt.New"], statistics.Counters["TcpExt.+1"], statistics.Additional["TcpExt.Odd"]));
        Assert.Equal(["ListenDrops", "TimeWait"], statistics.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
    }
}
