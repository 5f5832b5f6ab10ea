namespace ProcFs;

/// <summary>Rounds of a measurement, on folders with the files of one part alone.</summary>
public sealed class KernelUsageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procfs-usage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_disks_need_no_file_but_theirs()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "diskstats"), "   8       0 sda 1 2 3 4 5 6 7 8 9 10 11\n");
        KernelUsageRound round = Measure(KernelUsageParts.Disks);
        Assert.Equal("sda", Assert.Single(round.Disks).Name);
        Assert.Null(round.Total);
        Assert.Empty(round.Cpus);
        Assert.Empty(round.NetDevices);
    }

    [Fact]
    public void The_total_needs_stat()
    {
        _ = Assert.Throws<ProcException>(() => Measure(KernelUsageParts.Total));
        File.WriteAllText(Path.Combine(_folder.FullName, "stat"), "cpu  1 2 3 4\ncpu0 1 2 3 4\nctxt 5\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "diskstats"), "   8       0 sda 1 2 3 4 5 6 7 8 9 10 11\n");
        KernelUsageRound round = Measure(KernelUsageParts.Total);
        Assert.Equal(0, Assert.IsType<KernelUsage>(round.Total).ContextSwitchesPerSecond);
        Assert.Null(round.Total.PagedInPerSecond);
        Assert.Empty(round.Disks);
    }

    private KernelUsageRound Measure(KernelUsageParts parts) => Assert.Single(
        KernelUsage.Measure(new ProcRoot(_folder.FullName), TimeSpan.FromMilliseconds(10), 1, parts, TestContext.Current.CancellationToken));
}
