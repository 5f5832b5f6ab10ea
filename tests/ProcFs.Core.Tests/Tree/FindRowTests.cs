using ProcFs.Fixtures;

namespace ProcFs.Tree;

/// <summary>A row of a table is found without reading all rows if its reader can do so.</summary>
public sealed class FindRowTests
{
    private static readonly ProcRoot s_root = new();

    [Theory]
    [InlineData("fd")]
    [InlineData("ns")]
    [InlineData("map_files")]
    [InlineData("limits")]
    [InlineData("mountinfo")]
    [InlineData("environ")]
    [InlineData("auxv")]
    public void Every_row_is_found_by_the_name_that_its_listing_gives(string table)
    {
        using var child = new ChildProcess();
        var names = new List<string>();
        var tree = new ProcTree(s_root);
        ((IContainerNode)tree.Get($"{child.Id}/{table}")).ReadChildren(null, row => names.Add(row.Name), error => throw error, CancellationToken.None);
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(name, tree.Find($"{child.Id}/{table}/{name}")?.Name));
    }

    [Theory]
    [InlineData("fd/999999")]
    [InlineData("fd/00")]
    [InlineData("fd/x")]
    [InlineData("ns/none")]
    [InlineData("map_files/1000-2000")]
    [InlineData("map_files/x")]
    [InlineData("limits/NONE")]
    public void A_missing_row_is_not_found(string path) => Assert.Null(new ProcTree(s_root).Find($"self/{path}"));

    [Fact]
    public void Reading_ends_at_the_row_that_is_wanted()
    {
        int read = 0;
        string? found = RowNames.Find<string>(
            new ProcSource(s_root, "x"),
            (_, emit) =>
            {
                while (read < 100 && emit($"row {read++}"))
                {
                }
            },
            row => $"{int.Parse(row[4..], System.Globalization.CultureInfo.InvariantCulture) % 3}",
            "1~2");
        Assert.Equal(("row 4", 5), (found, read));
    }

    [Fact]
    public void A_symbol_that_shares_its_name_is_found_by_its_number()
    {
        using var root = new TemporaryRoot();
        root.Write("kallsyms", "ffffffff81000000 T one\nffffffff81000010 t two\nffffffff81000030 t two\nffffffff81000060 T three\n");
        var tree = new ProcTree(root.Root);
        Assert.Equal((0xffffffff81000010, 0x20), Location(tree, "two"));
        Assert.Equal((0xffffffff81000030, 0x30), Location(tree, "two~2"));
        Assert.Null(tree.Find("kallsyms/two~3"));
        Assert.Null(tree.Find("kallsyms/TWO"));
    }

    private static (ulong, long) Location(ProcTree tree, string name)
    {
        var symbol = Assert.IsType<KernelSymbol>(tree.Get($"kallsyms/{name}").GetItem());
        return (symbol.Address!.Value, symbol.Size!.Value);
    }
}
