using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv6AnycastAddressTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_address_belongs_to_a_device()
    {
        IPv6AnycastAddress row = Assert.Single(NetFiles.Rows<IPv6AnycastAddress>(modern, "anycast6"));
        Assert.Equal(("2001:db8:: dev eth0", 2, 1), ($"{row}", row.InterfaceIndex, row.Users));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_short_line_is_not_a_row()
    {
        (List<IPv6AnycastAddress> rows, List<ProcException> errors) = NetFiles.RowsOf<IPv6AnycastAddress>("anycast6", "2 eth0 x 1\n2 eth0\n");
        Assert.Equal((null, UnavailableReason.Malformed), (Assert.Single(rows).Address, rows[0].Unavailable["Address"]));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
