using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class LatencyCauseTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_place_was_waited_at()
    {
        LatencyCause[] causes = [.. modern.Root.Rows<LatencyCause>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((12L, TimeSpan.FromMicroseconds(34567), TimeSpan.FromMicroseconds(5678), 4), (causes[0].Count, causes[0].TotalTime, causes[0].LongestTime, causes[0].Functions.Length));
        Assert.Empty(causes[1].Functions);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<LatencyCause> causes, List<ProcException> errors) = GrammarFile.Read<LatencyCause>("1 x 3 f\n1 2\n", LatencyCause.ReadRows);
        Assert.Equal(UnavailableReason.Malformed, Assert.Single(causes).Unavailable["TotalTime"]);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
