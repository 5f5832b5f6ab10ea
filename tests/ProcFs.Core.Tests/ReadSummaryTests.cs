using ProcFs.Fixtures;

namespace ProcFs;

public class ReadSummaryTests
{
    [Theory]
    [InlineData(1, 1, "1 of 1 process was left out: permission denied. ")]
    [InlineData(1, 5, "1 of 5 processes was left out: permission denied. ")]
    [InlineData(3, 5, "3 of 5 processes were left out: permission denied. ")]
    public void It_counts_as_people_do(int denied, int total, string expected) =>
        Assert.StartsWith(expected, ReadSummary.LeftOut(denied, total, "process", "processes"), StringComparison.Ordinal);

    [Fact]
    public void What_is_refused_even_to_root_is_a_remark_to_root_and_a_warning_to_others()
    {
        using var fixture = new FixtureRoot();
        var summary = new ReadSummary();
        summary.Count(isDenied: true);
        summary.Count(isDenied: false);
        Assert.Equal(Environment.IsPrivilegedProcess ? [] : [summary.Warning!], summary.WarningsOf(fixture.Root));
        Assert.Equal(Environment.IsPrivilegedProcess ? summary.Warning : null, summary.Remark);
    }

    [Theory]
    [InlineData(1, "Fields of 1 process are empty: permission denied. ")]
    [InlineData(2, "Fields of 2 processes are empty: permission denied. ")]
    public void Cells_that_are_empty_since_something_was_denied_are_explained_once(int count, string expected)
    {
        using var fixture = new FixtureRoot();
        var summary = new ReadSummary();
        for (int i = 0; i < count; i++)
        {
            summary.CountBlank();
        }

        string said = ReadSummary.IsNewsToCaller ? Assert.Single(summary.WarningsOf(fixture.Root)) : summary.Remark!;
        Assert.StartsWith(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_denials_are_one_warning_with_the_advice_once()
    {
        using var fixture = new FixtureRoot();
        var summary = new ReadSummary();
        summary.Count(isDenied: true);
        summary.Count(isDenied: false);
        summary.CountBlank();
        string[] expected = ReadSummary.IsNewsToCaller ? [$"Fields of 1 process are empty: permission denied. {summary.Warning}"] : [];
        Assert.Equal(expected, summary.WarningsOf(fixture.Root));
    }
}
