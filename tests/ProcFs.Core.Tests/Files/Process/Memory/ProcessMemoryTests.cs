using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ProcessMemoryTests(MemoryRoot fixture) : IClassFixture<MemoryRoot>
{
    [Fact]
    public void The_capture_reads_in_bytes()
    {
        ProcessMemory memory = Read(fixture.Root, MemoryRoot.Id).Item!;
        Assert.Equal((4242, "mapper"), (memory.ProcessId, memory.Name));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_005), memory.StartTime);
        Assert.Equal((1404L << 10, 137L << 10, 120L << 10, 0L), (memory.Rss, memory.Pss, memory.Uss, memory.Swap));
        Assert.Equal((108L << 10, 29L << 10, 0L), (memory.PssAnon, memory.PssFile, memory.PssShmem));
        Assert.Equal((1284L << 10, 0L, 12L << 10, 108L << 10), (memory.SharedClean, memory.SharedDirty, memory.PrivateClean, memory.PrivateDirty));
        Assert.Equal((4L << 10, 1404L << 10), (memory.Locked, memory.Referenced));
        Assert.Empty(memory.Additional);
    }

    [Fact]
    public void Without_the_sum_the_mappings_are_added_up()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/smaps", File.ReadAllBytes(fixture.PathOf("4242/smaps")));
        ProcessMemory exact = Read(fixture.Root, MemoryRoot.Id).Item!;
        ProcessMemory sum = Read(root.Root, MemoryRoot.Id).Item!;
        Assert.Equal((exact.Rss, exact.SharedClean, exact.PrivateClean, exact.PrivateDirty), (sum.Rss, sum.SharedClean, sum.PrivateClean, sum.PrivateDirty));
        Assert.Equal((exact.Uss, exact.Swap, exact.Anonymous, exact.Locked), (sum.Uss, sum.Swap, sum.Anonymous, sum.Locked));

        // Each mapping rounds its own PSS down.
        Assert.InRange(sum.Pss!.Value, exact.Pss!.Value - (64 << 10), exact.Pss.Value);
        Assert.Null(sum.PssAnon);
    }

    [Fact]
    public void A_process_without_memory_has_none()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", $"4242 (kworker/0:0) I 2 0 0 0 -1 {0x200000} 0 0 0 0 0 0 0 0 20 0 1 0 5 0 0").Write("4242/smaps", "");
        var summary = new ReadSummary();
        Assert.Empty(ProcessMemory.Read(root.Root.Processes(4242), summary, TestContext.Current.CancellationToken));
        Assert.EndsWith("process 4242 (kworker/0:0) is a kernel thread, which has none.", Assert.Single(summary.WarningsOf(root.Root)), StringComparison.Ordinal);
        Assert.Empty(ProcessMemory.Read(root.Root.Processes(4242), summary, TestContext.Current.CancellationToken));
        Assert.StartsWith("2 kernel threads were left out", Assert.Single(summary.WarningsOf(root.Root)), StringComparison.Ordinal);
        Assert.Empty(ProcessMemory.Read(root.Root.Processes(), new ReadSummary(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    public void Text_in_another_format_is_malformed(string text)
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/smaps_rollup", text);
        Assert.Equal(ProcErrorKind.Malformed, Read(root.Root, MemoryRoot.Id).Error!.Kind);
    }

    [Fact]
    public void A_size_that_cannot_be_read_costs_its_field_alone()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/smaps_rollup", "1000-2000 ---p 00000000 00:00 0 [rollup]\nRss: 5 MB\nPss: 4 kB\n");
        ProcessMemory memory = Read(root.Root, MemoryRoot.Id).Item!;
        Assert.Equal((null, 4096L), (memory.Rss, memory.Pss));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (memory.Unavailable["Rss"], memory.Unavailable["Swap"]));
    }

    [Fact]
    public void A_living_process_has_memory_of_its_own()
    {
        ProcessMemory memory = Read(new ProcRoot(), Environment.ProcessId).Item!;
        Assert.InRange(memory.Uss!.Value, 1, memory.Rss!.Value);
        Assert.InRange(memory.Pss!.Value, memory.Uss.Value, memory.Rss.Value);
        Assert.NotNull(memory.StartTime);
    }

    private static Outcome<ProcessMemory> Read(ProcRoot root, int id) =>
        Assert.Single(ProcessMemory.Read(root.Processes(id), new ReadSummary(), TestContext.Current.CancellationToken));
}
