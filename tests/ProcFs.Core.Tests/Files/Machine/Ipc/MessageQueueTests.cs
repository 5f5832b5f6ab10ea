using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class MessageQueueTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_queue_has_messages_owners_and_times()
    {
        List<MessageQueue> queues = Read(modern.Root);
        MessageQueue queue = queues[0];
        Assert.Equal((3, 1234567, 0x1a4, 1024L, 8L), (queue.QueueId, queue.Key, queue.Permissions, queue.Size, queue.Messages));
        Assert.Equal((4300, 4310, 1732543211L), (queue.LastSenderId, queue.LastReceiverId, queue.ReceiveTime!.Value.ToUnixTimeSeconds()));
        Assert.Equal((null, "32772 0"), (queues[1].SendTime, $"{queues[1]}"));
        Assert.Equal((1L, 0), (Read(old.Root)[0].Messages, Assert.Single(Read(old.Root)).LastReceiverId));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        MessageQueue queue = Assert.Single(GrammarFile.Read<MessageQueue>("key msqid cbytes stime\n(null) 5 7 99999999999999\n", MessageQueue.ReadRows).Rows);
        Assert.Equal((null, 7L, UnavailableReason.Malformed, UnavailableReason.Malformed), (queue.Key, queue.Size, queue.Unavailable["Key"], queue.Unavailable["SendTime"]));
    }

    private static List<MessageQueue> Read(ProcRoot root) =>
        [.. root.Rows<MessageQueue>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
