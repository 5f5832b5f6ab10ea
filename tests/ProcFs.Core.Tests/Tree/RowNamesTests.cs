namespace ProcFs.Tree;

public sealed class RowNamesTests
{
    [Fact]
    public void A_repeated_name_is_counted() => Assert.Equal(["a", "b", "a~2", "a~3", "b~2", "A"], Make("a", "b", "a", "a", "b", "A"));

    [Fact]
    public void A_name_that_looks_counted_stays_unique()
    {
        string[] made = Make("a~2", "a", "a", "a~2", "a");
        Assert.Equal("a~2", made[0]);
        Assert.Equal(made.Length, made.Distinct().Count());
    }

    private static string[] Make(params string[] rows)
    {
        var names = new RowNames();
        return [.. rows.Select(names.MakeUnique)];
    }
}
