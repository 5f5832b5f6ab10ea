using ProcFs.Fixtures;

namespace ProcFs;

public sealed class LoadAverageTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_column_has_its_property()
    {
        var load = fixture.Root.Read<LoadAverage>();
        Assert.Equal((0.51, 1.62, 12.7), (load.OneMinute, load.FiveMinutes, load.FifteenMinutes));
        Assert.Equal((2, 345, 12345), (load.RunnableThreads, load.Threads, load.LastId));
        Assert.Empty(load.Unavailable);
        Assert.Equal("0.51, 1.62, 12.70", load.ToString());
    }

    [Fact]
    public void An_odd_column_costs_its_properties_alone()
    {
        LoadAverage load = Parse("NaN 1e400 0.70 ?/345 (null)");
        Assert.Equal((null, null, 0.7, null, 345, null), (load.OneMinute, load.FiveMinutes, load.FifteenMinutes, load.RunnableThreads, load.Threads, load.LastId));
        Assert.Equal(["FiveMinutes", "LastId", "OneMinute", "RunnableThreads"], load.Unavailable.Keys.Order());
        Assert.Equal(["RunnableThreads", "Threads"], Parse("0 0 0 345 1").Unavailable.Keys.Order());
    }

    [Fact]
    public void A_new_column_is_kept() => Assert.Equal("7", Parse("0.00 0.00 0.00 1/2 3 7").Additional["6"]);

    [Theory]
    [InlineData("")]
    [InlineData("0.00 0.00 0.00 1/2\n")]
    public void A_line_without_all_columns_is_malformed(string text) => Assert.Equal(1, Assert.Throws<ProcException>(() => Parse(text)).LineNumber);

    [Fact]
    public void This_machine_runs_this_thread()
    {
        var load = new ProcRoot().Read<LoadAverage>();
        Assert.InRange(load.RunnableThreads!.Value, 1, load.Threads!.Value);
        Assert.Empty(load.Unavailable);
    }

    private static LoadAverage Parse(string text) => LoadAverage.Parse(Sources.Latin1(text), Sources.Of("loadavg"));
}
