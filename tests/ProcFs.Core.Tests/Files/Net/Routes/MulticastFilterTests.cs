using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MulticastFilterTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_group_has_sources()
    {
        MulticastFilter filter = Assert.Single(NetFiles.Rows<MulticastFilter>(modern, "mcfilter"));
        Assert.Equal(("232.1.2.3 from 192.0.2.9 dev eth0", 2, 1UL, 0UL), ($"{filter}", filter.InterfaceIndex, filter.Included, filter.Excluded));
        filter = Assert.Single(NetFiles.Rows<MulticastFilter>(modern, "mcfilter6"));
        Assert.Equal(("ff32::1234 from 2001:db8::9 dev eth0", 0UL, 2UL), ($"{filter}", filter.Included, filter.Excluded));
        Assert.Empty(filter.Unavailable);
    }

    [Fact]
    public void The_numbers_of_addresses_are_the_same_on_every_machine()
    {
        const string Text = "Idx Device        MCA        SRC    INC    EXC\n  2   eth0 0xe8010203 c0000209      -1      0\n";
        MulticastFilter filter = Assert.Single(NetFiles.RowsOf<MulticastFilter>("mcfilter", Text, "s390x").Rows);
        Assert.Equal(("232.1.2.3", null, null), ($"{filter.Group}", filter.Origin, filter.Included));
    }
}
