using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RxrpcStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_counter_has_its_name()
    {
        RxrpcStatistics counters = NetFiles.Record<RxrpcStatistics>(modern, "rxrpc/stats");
        Assert.Equal((12L, 1L, 2L, 3L, 19L, 4L, 5L), (counters.DataSent, counters.SendFailures, counters.DataRetransmitted, counters.SendUnderflows, counters.DataReceived, counters.DataRequestingAck, counters.JumboReceived));
        Assert.Equal((1L, 9L, 11L, 19L, 22L), (counters.AcksSentRequested, counters.AcksSentIdle, counters.AcksReceivedRequested, counters.AcksReceivedIdle, counters.AcksReceivedWithoutReason));
        Assert.Equal((31L, 34L, 35L, 38L), (counters.AckRequestsAfterLoss, counters.AckRequestsAfterStall, counters.AckRequestsBeforeLast, counters.AckRequestsInSmallWindow));
        Assert.Equal([10L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L], counters.JumboSentBySize!);
        Assert.Equal((6L, null, 7L, 4021L), (counters.TransmitBuffers, counters.TransmitPackets, counters.ReceivePackets, counters.ThreadRounds));
        Assert.Equal([nameof(RxrpcStatistics.AckRequestsAlready)], counters.Unavailable.Keys);
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void Counters_of_other_kernels_are_read_or_kept()
    {
        var counters = RxrpcStatistics.Parse("Data     : send=? new=5\nJumbo-Tx : 1,x\nBuffers  : txb=6,3 rxb=7\nOther    : 5\n"u8, new ProcSource(modern.Root, "net/rxrpc/stats"));
        Assert.Equal((6L, 3L, null), (counters.TransmitBuffers, counters.TransmitPackets, counters.JumboSentBySize));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (counters.Unavailable["DataSends"], counters.Unavailable["JumboSentBySize"]));
        Assert.Equal(("5", "5"), (counters.Additional["Data.new"], counters.Additional["Other"]));
    }
}
