using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SoundCardTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_card_has_names()
    {
        SoundCard[] cards = [.. modern.Root.Rows<SoundCard>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0, "PCH", "HDA-Intel", "HDA Intel PCH", "HDA Intel PCH at 0xb1230000 irq 135"), (cards[0].Number, cards[0].Identifier, cards[0].Driver, cards[0].Name, cards[0].LongName));
        Assert.Equal("1 USB Headset [v2]", $"{cards[1]}");
    }

    [Fact]
    public void A_machine_may_have_none() => Assert.Empty(old.Root.Rows<SoundCard>(TestContext.Current.CancellationToken));

    [Fact]
    public void An_odd_number_is_one_error() => Assert.Single(GrammarFile.Read<SoundCard>(" x [A ]: D - N\n", SoundCard.ReadRows).Errors);
}
