using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

public sealed class KernelSymbolReaderTests(FixtureRoot fixture, HiddenSymbolsRoot hidden) : IClassFixture<FixtureRoot>, IClassFixture<HiddenSymbolsRoot>
{
    [Theory]
    [InlineData("vfs_read", 0xffffffff816bab70UL, 0x360L, null)]
    [InlineData("__pfx_vfs_read", 0xffffffff816bab60UL, 0x10L, null)]
    [InlineData("jiffies", 0xffffffff82e06980UL, 0x3f80L, null)]
    [InlineData("jiffies_64", 0xffffffff82e06980UL, 0x3f80L, null)]
    [InlineData("_stext", 0xffffffff81000000UL, 0x10L, null)]
    [InlineData("cpu_debug_store", 0x1000UL, 0x1000L, null)]
    [InlineData("__per_cpu_end", 0x2f000UL, null, null)]
    [InlineData("_end", 0xffffffff83a00000UL, null, null)]
    [InlineData("ext4_count_free", 0xffffffffc0a01000UL, 0x1000L, "ext4")]
    [InlineData("__pfx_ext4_count_free", 0xffffffffc0a01000UL, 0x1000L, "ext4")]
    [InlineData("ext4_free_inodes_count", 0xffffffffc0a02000UL, 0x1080L, "ext4")]
    [InlineData("ext4_groupinfo_slab_names", 0xffffffffc0a06000UL, null, "ext4")]
    [InlineData("crc32c_init", 0xffffffffc0900000UL, 0x10L, "libcrc32c")]
    [InlineData("crc32c_exit", 0xffffffffc0900010UL, 0x30L, "libcrc32c")]
    [InlineData("crc32c", 0xffffffffc0900040UL, null, "libcrc32c")]
    [InlineData("ftrace_trampoline", 0xffffffffc0b00000UL, null, "__builtin__ftrace")]
    [InlineData("bpf_prog_6deef7357e7b4530_sd_fw_egress", 0xffffffffc0c00000UL, 0x100L, "bpf")]
    public void A_size_ends_at_the_next_symbol_of_its_own_part(string name, ulong address, long? size, string? module)
    {
        KernelSymbol symbol = Assert.Single(Read(fixture.Source("kallsyms"), KernelSymbolFilter.None), symbol => symbol.Name == name);
        Assert.Equal((address, size, module), (symbol.Address, symbol.Size, symbol.Module));
    }

    // Addresses are hidden only if all are 0: the per-CPU area of older kernels starts at 0.
    [Fact]
    public void Address_0_among_others_is_an_address()
    {
        List<KernelSymbol> symbols = Read(fixture.Source("kallsyms"), KernelSymbolFilter.None);
        Assert.All(symbols, symbol => Assert.NotNull(symbol.Address));
        Assert.Equal(0UL, symbols[0].Address);
        Assert.Equal(0x1000, symbols[0].Size);
    }

    [Fact]
    public void The_order_is_the_kernels()
    {
        IEnumerable<string> written = File.ReadLines(fixture.PathOf("kallsyms")).Select(line => line.Split('\t')[0].Split(' ', 3)[2]);
        Assert.Equal(written, Read(fixture.Source("kallsyms"), KernelSymbolFilter.None).Select(symbol => symbol.Name));
    }

    [Fact]
    public void Hidden_addresses_are_null()
    {
        List<KernelSymbol> symbols = Read(hidden.Source("kallsyms"), KernelSymbolFilter.None);
        Assert.Equal(File.ReadLines(hidden.PathOf("kallsyms")).Count(), symbols.Count);
        Assert.All(symbols, symbol => Assert.Null(symbol.Address));
        Assert.All(symbols, symbol => Assert.Null(symbol.Size));
        Assert.Contains(symbols, symbol => symbol is { Name: "crc32c", Module: "libcrc32c", Type: 'T', IsGlobal: true });
    }

    [Fact]
    public void Of_hidden_symbols_the_first_comes_before_the_last_is_read()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", string.Concat(Enumerable.Range(0, 2000).Select(i => $"0000000000000000 T symbol_{i}\n")) + "broken\n");
        var seen = new List<string>();
        var source = new ProcSource(root.Root, "kallsyms") { Report = _ => seen.Add("error") };
        new KernelSymbolReader(source, KernelSymbolFilter.None, symbol => { seen.Add(symbol.Name); return true; }).Read(CancellationToken.None);
        Assert.Equal(2001, seen.Count);
        Assert.True(seen.IndexOf("error") > 1000);
    }

    [Fact]
    public void A_filter_changes_no_size()
    {
        var filter = new KernelSymbolFilter { Names = [new Wildcard("vfs_*"), new Wildcard("ext4_count_free")], Types = ['T'] };
        List<KernelSymbol> symbols = Read(fixture.Source("kallsyms"), filter);
        Assert.Equal(["vfs_read", "ext4_count_free"], symbols.Select(symbol => symbol.Name));
        Assert.Equal<long?>([0x360, 0x1000], symbols.Select(symbol => symbol.Size));
    }

    [Fact]
    public void A_module_filter_leaves_the_kernel_out()
    {
        List<KernelSymbol> symbols = Read(fixture.Source("kallsyms"), new KernelSymbolFilter { Modules = [new Wildcard("*")] });
        Assert.Equal(["ext4", "libcrc32c", "__builtin__ftrace", "bpf"], symbols.Select(symbol => symbol.Module).Distinct());
        Assert.Equal(13, symbols.Count);
    }

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_come()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", "ffffffff81000000 T first\nbroken\nffffffff81000010 T second\n\nffffffff81000030 T last");
        var errors = new List<ProcException>();
        List<KernelSymbol> symbols = Read(new ProcSource(root.Root, "kallsyms") { Report = errors.Add }, KernelSymbolFilter.None);
        Assert.Equal(["first", "second", "last"], symbols.Select(symbol => symbol.Name));
        Assert.Equal<long?>([0x10, 0x20, null], symbols.Select(symbol => symbol.Size));
        Assert.Equal([(2, "broken"), (4, "")], errors.Select(error => (error.LineNumber!.Value, error.Line!)));
        Assert.All(errors, error => Assert.Equal((ProcErrorKind.Malformed, root.PathOf("kallsyms")), (error.Kind, error.Path)));
    }

    [Fact]
    public void A_null_pointer_is_the_address_0_of_an_absolute_symbol()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", "          (null) A irq_stack_union\n          (null) A __per_cpu_start\n0000000000004000 A cpu_debug_store\nffffffff81000000 T _text\n");
        List<KernelSymbol> symbols = Read(root.Source("kallsyms"), KernelSymbolFilter.None);
        Assert.Equal<ulong?>([0, 0, 0x4000, 0xffffffff81000000], symbols.Select(symbol => symbol.Address));
        Assert.Equal(["irq_stack_union", "__per_cpu_start", "cpu_debug_store", "_text"], symbols.Select(symbol => symbol.Name));
        Assert.Equal<long?>([0x4000, 0x4000, null, null], symbols.Select(symbol => symbol.Size));
    }

    [Fact]
    public void An_empty_file_has_no_symbols()
    {
        using var root = new TemporaryRoot();
        Assert.Empty(Read(root.Write("kallsyms", "").Source("kallsyms"), KernelSymbolFilter.None));
    }

    private static List<KernelSymbol> Read(ProcSource source, KernelSymbolFilter filter)
    {
        var symbols = new List<KernelSymbol>();
        new KernelSymbolReader(source, filter, ((Action<KernelSymbol>)symbols.Add).Always()).Read(CancellationToken.None);
        return symbols;
    }
}
