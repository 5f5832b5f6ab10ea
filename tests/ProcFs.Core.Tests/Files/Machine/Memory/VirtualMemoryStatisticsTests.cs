using ProcFs.Fixtures;

namespace ProcFs;

public sealed class VirtualMemoryStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long Page = 4096;

    [Fact]
    public void Pages_are_bytes_and_events_are_counted()
    {
        var memory = modern.Root.Read<VirtualMemoryStatistics>();
        Assert.Equal(memory.Counters["nr_free_pages"] * Page, memory.Free);
        Assert.Equal(memory.Counters["pgpgin"] * 1024, memory.PagedIn);
        Assert.Equal(memory.Counters["pgfault"], memory.Faults);
        Assert.Empty(memory.Additional);
        Assert.DoesNotContain(UnavailableReason.Malformed, memory.Unavailable.Values);
    }

    [Fact]
    public void Each_line_is_a_counter()
    {
        foreach (ProcRoot root in (ProcRoot[])[modern.Root, old.Root])
        {
            Assert.Equal(File.ReadAllLines(root.PathOf("vmstat")).Length, root.Read<VirtualMemoryStatistics>().Counters.Count);
        }
    }

    [Fact]
    public void An_older_kernel_counts_by_zone_and_a_counter_may_fall_below_zero()
    {
        var memory = old.Root.Read<VirtualMemoryStatistics>();
        Assert.Equal((28090 * Page, 345678 * 1024L, 44 * Page, 2345L), (memory.Free, memory.PagedIn, memory.SwappedOut, memory.MajorFaults));
        Assert.Equal((-1L, 1100L, null), (memory.Counters["nr_vmscan_write"], memory.Counters["pgscan_kswapd_normal"], memory.ScannedByKswapd));
        Assert.Equal(UnavailableReason.NotOnThisKernel, memory.Unavailable["OomKills"]);
        Assert.Equal("109.7 MB free, 338 MB in, 965 MB out", memory.ToString());
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_kept_as_text()
    {
        var memory = VirtualMemoryStatistics.Parse("nr_free_pages many\nnew_counter 7\nnew_text on\npgfault 18446744073709551615\n"u8, Sources.Of("vmstat"));
        Assert.Equal((null, 7L, "on", -1L), (memory.Free, memory.Counters["new_counter"], memory.Additional["new_text"], memory.Faults));
        Assert.Equal(UnavailableReason.Malformed, memory.Unavailable["Free"]);
        Assert.False(memory.Counters.ContainsKey("nr_free_pages"));
    }

    [Fact]
    public void This_machine_has_free_memory()
    {
        var memory = new ProcRoot().Read<VirtualMemoryStatistics>();
        Assert.InRange(memory.Free!.Value, 1, new ProcRoot().Read<MemoryInfo>().Total!.Value);
        Assert.Empty(memory.Additional);
    }
}
