using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelSymbolTableTests(FixtureRoot fixture, HiddenSymbolsRoot hidden) : IClassFixture<FixtureRoot>, IClassFixture<HiddenSymbolsRoot>
{
    [Theory]
    [InlineData(0xffffffff816bab70UL, "vfs_read", 0L, "vfs_read")]
    [InlineData(0xffffffff816bab87UL, "vfs_read", 0x17L, "vfs_read+0x17")]
    [InlineData(0xffffffff816baecfUL, "vfs_read", 0x35fL, "vfs_read+0x35f")]
    [InlineData(0xffffffff81000000UL, "srso_alias_untrain_ret", 0L, "srso_alias_untrain_ret")]
    [InlineData(0xffffffff82e06981UL, "jiffies", 1L, "jiffies+0x1")]
    [InlineData(0xffffffffc0a04501UL, "__func__.0", 1L, "__func__.0+0x1")]
    [InlineData(0xffffffff83a00000UL, "_end", 0L, "_end")]
    [InlineData(0x1234UL, "cpu_debug_store", 0x234L, "cpu_debug_store+0x234")]
    public void Finds_the_symbol_that_holds_an_address(ulong address, string name, long offset, string text)
    {
        SymbolLocation? location = Load(fixture).Find(address);
        Assert.NotNull(location);
        Assert.Equal((address, name, offset, text), (location.Address, location.Name, location.Offset, $"{location}"));
        Assert.Equal(address - (ulong)offset, location.SymbolAddress);
    }

    [Theory]
    [InlineData(0x2f001UL)]
    [InlineData(0x7fffffffffffUL)]
    [InlineData(0xffff800000000000UL)]
    [InlineData(0xffffffff83a00001UL)]
    [InlineData(0xffffffffc0900041UL)]
    [InlineData(0xffffffffc0a06001UL)]
    [InlineData(ulong.MaxValue)]
    public void Finds_nothing_between_and_behind_the_symbols(ulong address) => Assert.Null(Load(fixture).Find(address));

    [Fact]
    public void Finds_nothing_below_the_first()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", "ffffffff81000000 T first\nffffffff81000010 T second\n");
        Assert.Null(Load(root).Find(0xffffffff80ffffffUL));
        Assert.NotNull(Load(root).Find(0xffffffff81000000UL));
    }

    [Fact]
    public void A_location_has_the_properties_of_its_symbol()
    {
        SymbolLocation location = Load(fixture).Find(0xffffffffc0900015UL)!;
        Assert.Equal(("libcrc32c", 't', 0x30L), (location.Module, location.Type, location.Size));
    }

    [Fact]
    public void Hidden_symbols_make_a_hidden_table()
    {
        KernelSymbolTable table = Load(hidden);
        Assert.True(table.IsHidden);
        Assert.Null(table.Find(0xffffffff816bab70UL));
        Assert.Null(table.Find(0));
        Assert.False(Load(fixture).IsHidden);
    }

    [Fact]
    public void Of_several_symbols_at_one_address_the_first_is_found()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", string.Concat(Enumerable.Range(0, 50).Select(i => $"ffffffff81000000 T alias_{i}\n")) + "ffffffff81000010 T next\n");
        Assert.Equal("alias_0", Load(root).Find(0xffffffff81000004UL)?.Name);
    }

    [Fact]
    public void Grows_with_its_symbols_and_keeps_the_module_of_each()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{0xffffffff81000000 + (ulong)i:x} t name_{i}\t[module_{i / 3 % 1000}]\n")));
        KernelSymbolTable table = Load(root);
        Assert.Equal(20_000, table.Count);
        Assert.Equal(("name_19999", "module_666", 't'), (table[19_999].Name, table[19_999].Module, table[19_999].Type));
        Assert.Equal(("name_0", "module_0"), (table[0].Name, table[0].Module));
    }

    private static KernelSymbolTable Load(TemporaryRoot root) =>
        KernelSymbol.ReadTable(root.Root, error => throw error, TestContext.Current.CancellationToken);
}
