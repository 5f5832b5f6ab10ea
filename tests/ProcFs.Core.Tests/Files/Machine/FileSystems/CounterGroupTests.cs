using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class CounterGroupTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_line_holds_counters()
    {
        CounterGroup[] groups = [.. modern.Root.Rows<CounterGroup>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(["Reads", "Zeros", "Objs", "Cookies"], groups.Select(group => group.Name));
        Assert.Equal((12L, 5L), (groups[0].Counters["RA"], groups[0].Counters["WBZ"]));
        Assert.Equal(67877L, Assert.Single(old.Root.Rows<CounterGroup>(TestContext.Current.CancellationToken), row => row.Item!.Name == "Cookies").Item!.Counters["dat"]);
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_kept_as_text()
    {
        CounterGroup group = Assert.Single(GrammarFile.Read<CounterGroup>("Ops : a=x b\n", CounterGroup.ReadRows).Rows);
        Assert.Equal(("x", "", 0), (group.Additional["a"], group.Additional["b"], group.Counters.Count));
    }
}
