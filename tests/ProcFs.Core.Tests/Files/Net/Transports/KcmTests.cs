using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KcmTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_multiplexor_has_sockets_and_connections()
    {
        List<KcmObject> objects = NetFiles.Rows<KcmObject>(modern, "kcm");
        Assert.Equal(["1 mux", "1 kcm-0", "1 kcm-1", "1 psock-0", "2 mux", "2 kcm-0"], objects.Select(item => $"{item}"));
        Assert.Equal((12L, 1536L, null, "KCMs: 2, Psocks 1"), (objects[0].MessagesReceived, objects[0].BytesReceived, objects[0].ReceiveQueue, objects[0].Status));
        Assert.Equal((1L, 768L, 2L, null, "Psck-0 TxWait"), (objects[1].ReceiveQueue, objects[1].ReceiveMemory, objects[1].SendQueue, objects[1].SendMemory, objects[1].Status));
        Assert.Equal((null, 2304L, "Rsvd-0 RdyRx"), (objects[2].Status, objects[3].SendMemory, objects[3].Status));
        Assert.All(objects, item => Assert.Empty(item.Unavailable));
        Assert.Empty(NetFiles.RowsOf<KcmObject>("kcm", "*** KCM statistics (0 MUX) ****\nObject         RX-Msgs\n").Rows);
    }

    [Fact]
    public void A_counter_is_named_for_what_it_counts()
    {
        KcmStatistics counters = NetFiles.Record<KcmStatistics>(modern, "kcm_stats");
        Assert.Equal((12L, 1536L, 1L, 3L, 2L, 4L, 5L), (counters.MuxMessagesReceived, counters.MuxBytesReceived, counters.MuxSendRetries, counters.Attached, counters.DetachedReserved, counters.Detached, counters.ReceivedDropped));
        Assert.Equal((13L, 21L, 6L, 8L, 17L, 18L), (counters.ConnectionMessagesReceived, counters.Reservations, counters.ReceiveAborts, counters.UnrecoverableInterruptions, counters.ReceiveTimeouts, counters.SendAborts));
        Assert.Empty(counters.Unavailable);
        Assert.Empty(counters.Additional);
        counters = KcmStatistics.Parse("MUX      RX-Msgs    New\n         x          7\nPsock    RX-Msgs\n"u8, new ProcSource(modern.Root, "net/kcm_stats"));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel, "7"), (counters.Unavailable["MuxMessagesReceived"], counters.Unavailable["Attached"], counters.Additional["MUX.New"]));
    }

    [Fact]
    public void Sctp_objects_are_counted()
    {
        SctpObjectCounts counts = NetFiles.Record<SctpObjectCounts>(modern, "sctp/sctp_dbg_objcnt");
        Assert.Equal((3L, 1L, 5L, 9L, 0L, null), (counts.Sockets, counts.Associations, counts.Chunks, counts.Messages, counts.Keys, counts.SequenceMaps));
        Assert.Equal(UnavailableReason.NotOnThisKernel, Assert.Single(counts.Unavailable).Value);
    }
}
