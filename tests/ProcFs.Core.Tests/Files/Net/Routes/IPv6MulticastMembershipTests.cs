using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv6MulticastMembershipTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_group_belongs_to_a_device()
    {
        List<IPv6MulticastMembership> rows = NetFiles.Rows<IPv6MulticastMembership>(modern, "igmp6");
        Assert.Equal(["ff02::1 dev lo", "ff02::1:ff00:5301 dev eth0"], rows.Select(row => $"{row}"));
        Assert.Equal((2, 2, 5L, TimeSpan.FromSeconds(1.25)), (rows[1].InterfaceIndex, rows[1].Users, rows[1].Flags, rows[1].TimerExpires));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_short_line_is_not_a_row()
    {
        (List<IPv6MulticastMembership> rows, List<ProcException> errors) = NetFiles.RowsOf<IPv6MulticastMembership>("igmp6", "? eth0 ff02 1 0 0\n1 lo\n");
        IPv6MulticastMembership row = Assert.Single(rows);
        Assert.Equal(["Group", "InterfaceIndex"], row.Unavailable.Keys.Order());
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
