using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketLogGroupTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_group_has_a_program_and_packets()
    {
        PacketLogGroup row = Assert.Single(NetFiles.Rows<PacketLogGroup>(modern, "netfilter/nfnetlink_log"));
        Assert.Equal((5, 1234L, 7L, 2, 65535L, 100L, 2L), (row.Group, row.PortNumber, row.Length, row.CopyMode, row.CopyRange, row.FlushTimeout, row.References));
    }

    [Fact]
    public void An_odd_value_affects_only_itself() =>
        Assert.Equal(["CopyMode"], Assert.Single(NetFiles.RowsOf<PacketLogGroup>("netfilter/nfnetlink_log", "5 1 2 x 4 5 6\n").Rows).Unavailable.Keys);
}
