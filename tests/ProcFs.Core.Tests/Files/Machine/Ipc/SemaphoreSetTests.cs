using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SemaphoreSetTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_set_has_semaphores_owners_and_times()
    {
        List<SemaphoreSet> sets = Read(modern.Root);
        Assert.Equal((4, 5432001, 0x180, 17L, 1000u), (sets[0].SetId, sets[0].Key, sets[0].Permissions, sets[0].Semaphores, sets[0].UserId));
        Assert.Equal((1732543210L, 1732540000L), (sets[0].OperationTime!.Value.ToUnixTimeSeconds(), sets[0].ChangeTime!.Value.ToUnixTimeSeconds()));
        Assert.Equal((null, "32773 0"), (sets[1].OperationTime, $"{sets[1]}"));
        Assert.Equal(33u, Assert.Single(Read(old.Root)).GroupId);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        SemaphoreSet set = Assert.Single(GrammarFile.Read<SemaphoreSet>("key semid nsems\n7 5 ?\n", SemaphoreSet.ReadRows).Rows);
        Assert.Equal((7, null, UnavailableReason.Malformed), (set.Key, set.Semaphores, set.Unavailable["Semaphores"]));
    }

    private static List<SemaphoreSet> Read(ProcRoot root) =>
        [.. root.Rows<SemaphoreSet>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
