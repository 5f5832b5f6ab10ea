using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class KeyQuotaTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_user_has_keys_and_a_quota()
    {
        KeyQuota quota = Read(modern.Root)[1];
        Assert.Equal((1000u, 12, 12L, 11L), (quota.UserId, quota.References, quota.Keys, quota.InstantiatedKeys));
        Assert.Equal((12L, 200L, 342L, 20000L), (quota.QuotaKeys, quota.MaximumKeys, quota.QuotaSize, quota.MaximumSize));
        Assert.Equal("0 3/1000000", $"{Read(modern.Root)[0]}");
        Assert.Equal(20000L, Assert.Single(Read(old.Root)).MaximumSize);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<KeyQuota> quotas, List<ProcException> errors) = GrammarFile.Read<KeyQuota>("0: 9 8/? 3 1/2 7\nodd\n1: 2\n", Lines.Read);
        KeyQuota quota = Assert.Single(quotas);
        Assert.Equal(["InstantiatedKeys", "MaximumKeys", "QuotaKeys"], quota.Unavailable.Keys.Order());
        Assert.Equal((8L, 2L, "7"), (quota.Keys, quota.MaximumSize, quota.Additional["5"]));
        Assert.Equal([2, 3], errors.Select(error => error.LineNumber));
    }

    [Fact]
    public void Nobody_here_holds_more_than_the_quota()
    {
        Assert.SkipUnless(File.Exists("/proc/key-users"), "This kernel has no keys (CONFIG_KEYS).");
        Assert.All(Read(new ProcRoot()), quota => Assert.InRange(quota.QuotaKeys!.Value, 0, quota.MaximumKeys!.Value));
    }

    private static List<KeyQuota> Read(ProcRoot root) =>
        [.. root.Rows<KeyQuota>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
