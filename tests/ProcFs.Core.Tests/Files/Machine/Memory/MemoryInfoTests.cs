using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MemoryInfoTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long KiB = 1024;

    [Fact]
    public void Sizes_are_bytes_and_huge_pages_are_counted()
    {
        var memory = modern.Root.Read<MemoryInfo>();
        Assert.Equal((24684092 * KiB, 19247896 * KiB, 22398468 * KiB), (memory.Total, memory.Free, memory.Available));
        Assert.Equal((64548 * KiB, 2351252 * KiB, 34359738367 * KiB), (memory.ActiveAnonymous, memory.InactiveFile, memory.VmallocTotal));
        Assert.Equal((16L, 12L, 3L, 1L, 2048 * KiB), (memory.HugePagesTotal, memory.HugePagesFree, memory.HugePagesReserved, memory.HugePagesSurplus, memory.HugePageSize));
        Assert.Equal(25165824 * KiB, memory.DirectMap1G);
        Assert.Empty(memory.Additional);
    }

    [Fact]
    public void Used_is_total_minus_available()
    {
        var memory = modern.Root.Read<MemoryInfo>();
        Assert.Equal(((24684092 - 22398468) * KiB, (4194300 - 4063228) * KiB), (memory.Used, memory.SwapUsed));
        Assert.Equal("21.4 GB of 23.5 GB available", memory.ToString());
    }

    [Fact]
    public void Each_line_of_a_capture_has_a_property()
    {
        foreach (ProcRoot root in (ProcRoot[])[modern.Root, old.Root])
        {
            int lines = File.ReadAllLines(root.PathOf("meminfo")).Length;
            var memory = root.Read<MemoryInfo>();
            int fields = ItemShape.Find(typeof(MemoryInfo))!.Properties.Count(property => property.Key is not null && property.GetValue(memory) is not null);
            Assert.Equal(lines, fields);
        }
    }

    [Fact]
    public void An_older_kernel_has_fewer_fields_and_a_32_bit_one_others()
    {
        var memory = old.Root.Read<MemoryInfo>();
        Assert.Equal((null, null, 112360 * KiB), (memory.Available, memory.Used, memory.Free));
        Assert.Equal((138696 * KiB, 112020 * KiB, 897024 * KiB), (memory.HighTotal, memory.LowFree, memory.DirectMap4M));
        Assert.Equal(UnavailableReason.NotOnThisKernel, memory.Unavailable["Available"]);
        Assert.Equal("109.7 MB of 993 MB free", memory.ToString());
    }

    [Fact]
    public void A_new_field_is_kept_and_an_odd_one_costs_itself_alone()
    {
        var memory = MemoryInfo.Parse("MemTotal: 4 kB\nMemFree: (null)\nFuture:  7 kB\nMemAvailable: 3 kB\n"u8, Sources.Of("meminfo"));
        Assert.Equal((4096, null, 3072, 1024), (memory.Total, memory.Free, memory.Available, memory.Used));
        Assert.Equal(("7 kB", UnavailableReason.Malformed), (memory.Additional["Future"], memory.Unavailable["Free"]));
    }

    [Fact]
    public void This_machine_has_memory()
    {
        var memory = new ProcRoot().Read<MemoryInfo>();
        Assert.InRange(memory.Free!.Value, 1, memory.Total!.Value);
        Assert.DoesNotContain(UnavailableReason.Malformed, memory.Unavailable.Values);
    }
}
