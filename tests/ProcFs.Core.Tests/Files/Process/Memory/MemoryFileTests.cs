using System.Buffers.Binary;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>The small files about a process's memory.</summary>
public sealed class MemoryFileTests(MemoryRoot fixture) : IClassFixture<MemoryRoot>
{
    [Fact]
    public void Statm_counts_pages()
    {
        var sizes = ProcessMemorySizes.Parse("765 442 413 5 1 123 2\n"u8, Sources.Of("statm"));
        const long Page = 16384;
        Assert.Equal((765 * Page, 442 * Page, 413 * Page, 5 * Page), (sizes.Size, sizes.Resident, sizes.Shared, sizes.Text));
        Assert.Equal((Page, 123 * Page, 2 * Page), (sizes.Library, sizes.Data, sizes.Dirty));
        Assert.Throws<ProcException>(() => ProcessMemorySizes.Parse("1 2 3 4 5 6\n"u8, Sources.Of("statm")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("18446744073709551615")]
    [InlineData("9223372036854775807")]
    public void An_odd_number_of_statm_is_null_and_the_others_are_there(string number)
    {
        var sizes = ProcessMemorySizes.Parse(System.Text.Encoding.ASCII.GetBytes($"1 {number} 3 4 5 6 7\n"), Sources.Of("statm"));
        Assert.Equal((16384L, null, 3 * 16384L, 7 * 16384L), (sizes.Size, sizes.Resident, sizes.Shared, sizes.Dirty));
        Assert.Equal((nameof(sizes.Resident), UnavailableReason.Malformed), (Assert.Single(sizes.Unavailable).Key, sizes.Unavailable["Resident"]));
    }

    [Fact]
    public void Ksm_statistics_have_keys_with_and_without_a_colon()
    {
        var statistics = KsmStatistics.Parse("ksm_rmap_items 5\nksm_zero_pages -1\nksm_merging_pages 3\nksm_process_profit -320\nksm_merge_any: yes\nksm_mergeable: no\nksm_new 9\n"u8, Sources.Of("ksm_stat"));
        Assert.Equal((5L, -1L, 3L, -320L), (statistics.RmapItems, statistics.ZeroPages, statistics.MergingPages, statistics.Profit));
        Assert.Equal((true, false), (statistics.MergesAny, statistics.IsMergeable));
        Assert.Equal("9", Assert.Single(statistics.Additional).Value);
        var none = KsmStatistics.Parse(""u8, Sources.Of("ksm_stat"));
        Assert.Equal((null, null), (none.Profit, none.MergesAny));
        var odd = KsmStatistics.Parse("ksm_rmap_items many\nksm_zero_pages 2\nksm_mergeable: perhaps\n"u8, Sources.Of("ksm_stat"));
        Assert.Equal((null, 2L, null), (odd.RmapItems, odd.ZeroPages, odd.IsMergeable));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (odd.Unavailable["RmapItems"], odd.Unavailable["IsMergeable"]));
    }

    [Fact]
    public void Stack_depth_is_now_and_before()
    {
        StackDepth? depth = null;
        fixture.Read("stack_depth", source => depth = StackDepth.Parse(File.ReadAllBytes(fixture.PathOf("4242/stack_depth")), source));
        Assert.Equal((4242, "mapper", 3776L, 2864L), (depth!.ProcessId, depth.ProcessName, depth.Previous, depth.Current));
    }

    [Fact]
    public void The_coredump_filter_has_names()
    {
        Assert.Equal(
            CoreDumpFilter.AnonymousPrivate | CoreDumpFilter.AnonymousShared | CoreDumpFilter.ElfHeaders | CoreDumpFilter.HugetlbPrivate,
            CoreDumpFilterText.Parse("00000033\n"u8, Sources.Of("coredump_filter")));
        Assert.Null(CoreDumpFilterText.Parse(""u8, Sources.Of("coredump_filter")));
        Assert.Throws<ProcException>(() => CoreDumpFilterText.Parse("x\n"u8, Sources.Of("coredump_filter")));
    }

    [Fact]
    public void The_auxiliary_vector_has_names()
    {
        List<AuxiliaryValue> all = Vector(fixture.Root);
        Assert.Equal("AT_SYSINFO_EHDR", all[0].Name);
        Assert.Equal((6UL, 4096UL), all.Where(value => value.Name == "AT_PAGESZ").Select(value => (value.Type, value.Value)).Single());
        Assert.Equal((28UL, 32UL), all.Where(value => value.Name == "AT_RSEQ_ALIGN").Select(value => (value.Type, value.Value)).Single());
        Assert.DoesNotContain(all, value => value.Type == 0);
    }

    [Fact]
    public void A_32_bit_process_has_short_words()
    {
        using var root = new TemporaryRoot();
        byte[] bytes = new byte[32];
        uint[] words = [32, 0xf7f0_1000, 6, 4096, 99, 5, 0, 0];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), words[i]);
        }

        root.Write("4242/stat", "4242 (a) S").Write("4242/auxv", bytes);
        Assert.Equal([("AT_SYSINFO", 0xf7f0_1000UL), ("AT_PAGESZ", 4096UL), ("AT_99", 5UL)], Vector(root.Root).Select(value => (value.Name, value.Value)));
        root.Write("4242/auxv", "abc");
        Assert.Empty(Vector(root.Root));
    }

    [Fact]
    public void Map_files_are_rows_by_rising_address()
    {
        var all = new List<MappedFile>();
        fixture.Read("map_files", source => MappedFile.ReadRows(source, ((Action<MappedFile>)all.Add).Always()));
        Assert.Equal(25, all.Count);
        Assert.Equal(all.Select(file => file.Start).Order(), all.Select(file => file.Start));
        Assert.Equal(("55a3e5b4c000-55a3e5b4d000", "/srv/data/m", 4096L, false), (all[0].Range, all[0].Target, all[0].Size, all[0].IsDeleted));
        Assert.Equal(("/srv/data/gone", true), all.Where(file => file.Range == "7fb2b2209000-7fb2b220a000").Select(file => (file.Target, file.IsDeleted)).Single());
        Assert.Equal("/srv/data/x\ny \\040z", all.Single(file => file.Range == "7fb2b220b000-7fb2b220c000").Target);
    }

    [Fact]
    public void A_row_of_map_files_is_found_on_the_drive()
    {
        var tree = new Tree.ProcTree(fixture.Root);
        Assert.Equal("/srv/data/m", ((MappedFile)tree.Get("4242/map_files/55a3e5b4c000-55a3e5b4d000").GetItem()).Target);
        Assert.Null(tree.Find("4242/map_files/1000-2000"));
    }

    private static List<AuxiliaryValue> Vector(ProcRoot root)
    {
        var all = new List<AuxiliaryValue>();
        MemoryRoot.Read(root, "auxv", source => AuxiliaryValue.ReadRows(source, ((Action<AuxiliaryValue>)all.Add).Always()));
        return all;
    }
}
