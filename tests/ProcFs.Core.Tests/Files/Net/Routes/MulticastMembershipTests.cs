using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MulticastMembershipTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_group_belongs_to_the_device_above_it()
    {
        List<MulticastMembership> rows = NetFiles.Rows<MulticastMembership>(modern, "igmp");
        Assert.Equal(["224.0.0.1 dev lo", "224.0.0.251 dev eth0"], rows.Select(row => $"{row}"));
        Assert.Equal((2, 1, "V2", 3, true, true), (rows[1].InterfaceIndex, rows[1].GroupCount, rows[1].Querier, rows[1].Users, rows[1].IsTimerRunning, rows[1].IsReporter));
        Assert.Equal((TimeSpan.FromSeconds(1.25), false, TimeSpan.Zero), (rows[1].TimerExpires, rows[0].IsTimerRunning, rows[0].TimerExpires));
        Assert.All(rows, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void Addresses_are_in_the_order_of_the_machine_and_odd_values_affect_only_themselves()
    {
        const string Text = "Idx\tDevice    : Count Querier\n2\tbr:0      :     x      V3\n\t\t\t\tE0000001     ? 2:1\t\t0\n\t\t\t\tE0000001\n\t\t\t\tE00000FB     1 0:0\t\t0\n";
        (List<MulticastMembership> rows, List<ProcException> errors) = NetFiles.RowsOf<MulticastMembership>("igmp", Text, "ppc64");
        Assert.Equal(["224.0.0.1 dev br:0", "224.0.0.251 dev br:0"], rows.Select(row => $"{row}"));
        MulticastMembership row = rows[0];
        Assert.Equal((null, null, null), (row.GroupCount, row.Users, row.IsTimerRunning));
        Assert.Equal(["GroupCount", "IsTimerRunning", "Users"], row.Unavailable.Keys.Order());
        Assert.Equal(4, Assert.Single(errors).LineNumber);
    }
}
