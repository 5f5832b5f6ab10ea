using ProcFs.Fixtures;

namespace ProcFs;

public sealed class UnhandledInterruptsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Interrupts_that_nobody_knew_are_counted()
    {
        var interrupts = modern.Root.Rows<Interrupt>(TestContext.Current.CancellationToken);
        Assert.NotEmpty(interrupts);
        var unhandled = UnhandledInterrupts.Parse(File.ReadAllBytes(modern.Root.PathOf("irq/28/spurious")), Sources.Of("irq/28/spurious"));
        Assert.Equal((1234L, 2L, TimeSpan.FromMilliseconds(5678)), (unhandled.Count, unhandled.Unhandled, unhandled.LastUnhandled));
        Assert.Equal("2 of 1234 unhandled", $"{unhandled}");
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var unhandled = UnhandledInterrupts.Parse("count x\nunhandled 1\nlast_unhandled 7\nnew 3\n"u8, Sources.Of("irq/1/spurious"));
        Assert.Equal((null, 1L, null, "3"), (unhandled.Count, unhandled.Unhandled, unhandled.LastUnhandled, unhandled.Additional["new"]));
        Assert.Equal("Count LastUnhandled", string.Join(' ', unhandled.Unavailable.Keys.Order()));
    }
}
