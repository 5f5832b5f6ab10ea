using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketQueueTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_queue_has_packets_and_drops()
    {
        List<PacketQueue> rows = NetFiles.Rows<PacketQueue>(modern, "netfilter/nfnetlink_queue");
        Assert.Equal((0, 23948L, 12L, 2, 65531L, 3UL, 4UL, 99UL), (rows[0].Number, rows[0].PortNumber, rows[0].Length, rows[0].CopyMode, rows[0].CopyRange, rows[0].QueueDropped, rows[0].UserDropped, rows[0].Sequence));
        Assert.Equal((65535, 4294963200L, "1"), (rows[1].Number, rows[1].PortNumber, rows[1].Additional["9"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_short_line_is_not_a_row()
    {
        (List<PacketQueue> rows, List<ProcException> errors) = NetFiles.RowsOf<PacketQueue>("netfilter/nfnetlink_queue", "0 1 2 3 4 -5 6 7 1\n1 2\n");
        Assert.Equal((null, UnavailableReason.Malformed), (Assert.Single(rows).QueueDropped, rows[0].Unavailable["QueueDropped"]));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
