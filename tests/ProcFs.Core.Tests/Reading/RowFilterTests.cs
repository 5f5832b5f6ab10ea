namespace ProcFs;

public sealed class RowFilterTests
{
    [Fact]
    public void Without_patterns_every_row_passes()
    {
        var filter = new RowFilter(null, "No row is named");
        Assert.True(filter.Accepts(null));
        Assert.Null(filter.Patterns);
        Assert.Empty(filter.Unmatched);
    }

    [Fact]
    public void A_row_passes_that_any_pattern_matches()
    {
        var filter = new RowFilter(["a*", "B"], "No row is named");
        Assert.True(filter.Accepts("Ab"));
        Assert.True(filter.Accepts("b"));
        Assert.False(filter.Accepts("c"));
        Assert.False(filter.Accepts(null));
    }

    [Fact]
    public void An_unmatched_exact_name_is_reported_and_a_wildcard_is_not()
    {
        var filter = new RowFilter(["met", "un\emet", "un*"], "No row is named");
        Assert.True(filter.Accepts("MET"));
        ProcException error = Assert.Single(filter.Unmatched);
        Assert.Equal(("un\emet", """No row is named "un\x1bmet".""", ProcErrorKind.NotFound), (error.Target, error.Message, error.Kind));
    }
}
