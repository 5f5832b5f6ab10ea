using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SymbolQueryTests : IDisposable
{
    private const string Symbols = "ffffffff81000000 T one\nffffffff81000010 t two\nffffffff81000030 T end\nffffffffc0000000 t in_module\t[m]\n";

    private readonly TemporaryRoot _root = new();

    [Fact]
    public void An_exact_name_that_no_symbol_has_is_unmatched()
    {
        var query = new SymbolQuery(Of(Symbols), names: ["one", "none", "x*"]);
        Assert.Equal(["one"], query.Read(TestContext.Current.CancellationToken).Select(outcome => outcome.Item!.Name));
        Assert.Equal(["none"], query.Unmatched.Select(error => error.Target));
        Assert.Null(query.Warning);
    }

    [Fact]
    public void A_module_is_not_to_blame_where_a_name_is_given()
    {
        var byModule = new SymbolQuery(Of(Symbols), modules: ["m", "other"]);
        Assert.Equal(["in_module"], byModule.Read(TestContext.Current.CancellationToken).Select(outcome => outcome.Item!.Name));
        Assert.Equal(["other"], byModule.Unmatched.Select(error => error.Target));
        var byBoth = new SymbolQuery(Of(Symbols), names: ["in*"], modules: ["other"]);
        Assert.Empty(byBoth.Read(TestContext.Current.CancellationToken));
        Assert.Empty(byBoth.Unmatched);
    }

    [Fact]
    public void An_address_in_no_symbol_comes_as_an_outcome()
    {
        Outcome<SymbolLocation>[] found = [.. new SymbolQuery(Of(Symbols)).Locate([0xffffffff81000012, 0x10], TestContext.Current.CancellationToken)];
        Assert.Equal(("two", 2L), (found[0].Item!.Name, found[0].Item!.Offset));
        Assert.Equal((ProcErrorKind.NotFound, 0x10UL), (found[1].Error!.Kind, found[1].Error!.Target));
    }

    [Fact]
    public void Hidden_addresses_are_one_error_and_a_warning()
    {
        const string Hidden = "0000000000000000 T one\n0000000000000000 T two\n";
        var query = new SymbolQuery(Of(Hidden));
        Assert.Equal(ProcErrorKind.AccessDenied, Assert.Single(query.Locate([1, 2], TestContext.Current.CancellationToken)).Error!.Kind);
        Assert.Empty(query.Locate([3], TestContext.Current.CancellationToken));
        Assert.Equal(2, query.Read(TestContext.Current.CancellationToken).Count());
        Assert.NotNull(query.Warning);
    }

    public void Dispose() => _root.Dispose();

    private ProcRoot Of(string symbols) => _root.Write("kallsyms", symbols).Root;
}
