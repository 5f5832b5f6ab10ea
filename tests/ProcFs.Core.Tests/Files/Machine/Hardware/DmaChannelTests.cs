using ProcFs.Grammar;

namespace ProcFs;

public sealed class DmaChannelTests
{
    [Fact]
    public void A_channel_has_a_user()
    {
        (List<DmaChannel> channels, List<ProcException> errors) = GrammarFile.Read<DmaChannel>(" 2: floppy\n 4: cascade\nodd\n", DmaChannel.ReadRows);
        Assert.Equal(["2 floppy", "4 cascade"], channels.Select(channel => $"{channel}"));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_machine_may_have_none()
    {
        (List<DmaChannel> channels, List<ProcException> errors) = GrammarFile.Read<DmaChannel>("No DMA\n", DmaChannel.ReadRows);
        Assert.Empty(channels);
        Assert.Empty(errors);
    }
}
