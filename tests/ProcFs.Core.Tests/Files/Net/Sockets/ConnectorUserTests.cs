using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ConnectorUserTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_user_has_two_numbers()
    {
        List<ConnectorUser> users = NetFiles.Rows<ConnectorUser>(modern, "connector");
        Assert.Equal(["cn_proc 1:1", "w1_netlink 3:1"], users.Select(user => $"{user}"));
        Assert.Equal((3U, 1U), (users[1].IndexNumber, users[1].ValueNumber));
    }

    [Fact]
    public void An_odd_value_affects_only_its_properties()
    {
        ConnectorUser user = Assert.Single(NetFiles.RowsOf<ConnectorUser>("connector", "Name ID\ncn_proc 1\n").Rows);
        Assert.Equal((null, null), (user.IndexNumber, user.ValueNumber));
        Assert.Equal(["IndexNumber", "ValueNumber"], user.Unavailable.Keys.Order());
    }
}
