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
}
