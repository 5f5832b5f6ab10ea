using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class DfsReferralTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_referral_leads_to_servers()
    {
        DfsReferral[] referrals = [.. modern.Root.Rows<DfsReferral>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([(@"\example.org\dfs", "root", 300.0, false, false, 32), (@"\example.org\dfs\home", "link", 1800.0, true, true, 42)],
            referrals.Select(row => (row.DfsName, row.Type!, row.Lifetime!.Value.TotalSeconds, row.IsExpired!.Value, row.IsInterlink!.Value, row.PathConsumed!.Value)));
        Assert.Equal((@"\files.example\dfs", 2, 2UL), (referrals[0].CurrentTarget, referrals[0].Targets.Length, referrals[0].HeaderFlags));
        Assert.Null(referrals[1].CurrentTarget);
    }

    [Fact]
    public void Other_text_is_malformed()
    {
        (List<DfsReferral> rows, List<ProcException> errors) = GrammarFile.Read<DfsReferral>("odd\ncache entry: path=a,type=link,ttl=x\n", DfsReferral.ReadRows);
        Assert.Equal(UnavailableReason.Malformed, Assert.Single(rows).Unavailable["Lifetime"]);
        Assert.Equal(1, Assert.Single(errors).LineNumber);
    }
}
