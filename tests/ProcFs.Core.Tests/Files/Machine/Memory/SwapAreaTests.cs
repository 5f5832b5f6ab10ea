using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SwapAreaTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Sizes_are_bytes_and_names_are_whole()
    {
        List<SwapArea> areas = Read(modern.Root);
        Assert.Equal(["/dev/nvme0n1p3", "/swap file", "/var/swap"], areas.Select(area => area.Target));
        Assert.Equal([false, false, true], areas.Select(area => area.IsDeleted));
        Assert.Equal(("partition", 4194300 * 1024L, 131072 * 1024L, -2), (areas[0].Type, areas[0].Size, areas[0].Used, areas[0].Priority));
        Assert.Equal(("/swap file", 10), ($"{areas[1]}", areas[1].Priority));
    }

    [Fact]
    public void An_older_kernel_has_the_same_columns() => Assert.Equal((979924 * 1024L, 0L), (Read(old.Root)[0].Size, Assert.Single(Read(old.Root)).Used));

    [Fact]
    public void A_new_column_is_kept_and_an_odd_value_affects_only_itself_alone()
    {
        (List<SwapArea> areas, List<ProcException> errors) = GrammarFile.Read<SwapArea>("Filename Type Size Used Priority Discard\n/dev/a partition ? 4 5 once\n", SwapArea.ReadRows);
        SwapArea area = Assert.Single(areas);
        Assert.Equal((null, 4096L, "once", UnavailableReason.Malformed), (area.Size, area.Used, area.Additional["Discard"], area.Unavailable["Size"]));
        Assert.Empty(errors);
    }

    [Fact]
    public void What_this_machine_swaps_to_adds_up_to_meminfo()
    {
        long sizes = Read(new ProcRoot()).Sum(area => area.Size!.Value);
        Assert.Equal(new ProcRoot().Read<MemoryInfo>().SwapTotal, sizes);
    }

    private static List<SwapArea> Read(ProcRoot root) =>
        [.. root.Rows<SwapArea>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
