using System.Buffers.Binary;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SystemFactsTests : IDisposable
{
    private const ulong PageSize = 6;
    private const ulong Ticks = 17;

    private readonly TemporaryRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Explicit_facts_count()
    {
        var facts = new SystemFacts { PageSize = 65536, TicksPerSecond = 1000, BootTime = null };
        Assert.Same(facts, new ProcRoot(_root.Directory, facts).Facts);
        Assert.Equal(TimeSpan.FromMilliseconds(1), facts.FromTicks(1));
        Assert.Null(facts.AfterBoot(5));
    }

    [Fact]
    public void A_capture_takes_its_units_from_an_auxv()
    {
        _root.Write("2/auxv", "").Write("20/auxv", Vector((33, 5), (PageSize, 65536), (Ticks, 250), (0, 0))).Write("stat", "cpu  1 2\nbtime 1000\n");
        _root.Write("sys/kernel/arch", "aarch64\n");
        var expected = new SystemFacts
        {
            PageSize = 65536,
            TicksPerSecond = 250,
            BootTime = DateTimeOffset.FromUnixTimeSeconds(1000),
            Architecture = "aarch64",
        };
        Assert.Equal(expected, _root.Root.Facts);
    }

    [Fact]
    public void A_capture_without_an_auxv_has_the_units_of_this_machine()
    {
        SystemFacts facts = _root.Root.Facts;
        Assert.Equal(Environment.SystemPageSize, facts.PageSize);
        Assert.True(facts.TicksPerSecond > 0);
        Assert.Null(facts.BootTime);
    }

    [Fact]
    public void A_damaged_auxv_counts_for_nothing()
    {
        _root.Write("2/auxv", Vector((PageSize, 0), (Ticks, 0))).Write("stat", "cpu 1\nbtime 18446744073709551615\n");
        SystemFacts facts = _root.Root.Facts;
        Assert.Equal(Environment.SystemPageSize, facts.PageSize);
        Assert.True(facts.TicksPerSecond > 0);
        Assert.Null(facts.BootTime);
    }

    [Theory]
    [InlineData("cpu  1\nbtime 1700000000\nprocesses 1\n", 1_700_000_000L)]
    [InlineData("cpu  1\nbtime 5", 5L)]
    [InlineData("cpu  1\nbtime x\n", null)]
    [InlineData("cpu  1\nxbtime 5\n", null)]
    [InlineData("", null)]
    public void Boot_time_is_btime(string stat, long? seconds)
    {
        _root.Write("stat", stat);
        Assert.Equal(seconds, _root.Root.Facts.BootTime?.ToUnixTimeSeconds());
    }

    [Fact]
    public void Times_beyond_all_measure_do_not_fail()
    {
        var facts = new SystemFacts { PageSize = 1, TicksPerSecond = 1, BootTime = DateTimeOffset.UnixEpoch };
        Assert.Equal(TimeSpan.MaxValue, facts.FromTicks(ulong.MaxValue));
        Assert.Null(facts.AfterBoot(ulong.MaxValue));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(90), facts.AfterBoot(90));
    }

    // The kernel's clock counts the start of this process from the same moment.
    [Fact]
    public void Live_boot_time_is_that_of_stat()
    {
        string line = Assert.Single(File.ReadLines("/proc/stat"), line => line.StartsWith("btime ", StringComparison.Ordinal));
        Assert.Equal(line, $"btime {new ProcRoot().Facts.BootTime!.Value.ToUnixTimeSeconds()}");
    }

    private static byte[] Vector(params (ulong Type, ulong Value)[] pairs)
    {
        byte[] bytes = new byte[pairs.Length * 16];
        for (int i = 0; i < pairs.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 16), pairs[i].Type);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 16 + 8), pairs[i].Value);
        }

        return bytes;
    }
}
