using ProcFs.Fixtures;

namespace ProcFs;

public sealed class InputHandlerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_handler_may_have_devices_or_filter_events()
    {
        Assert.Equal([("kbd", 0, null, false), ("sysrq", 1, null, true), ("evdev", 2, 64, false)], modern.Root.Rows<InputHandler>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Name, row.Item.Number!.Value, row.Item.FirstMinor, row.Item.IsFilter)));
        Assert.Null(InputHandler.Parse("N: Number=1"u8, Sources.Of("bus/input/handlers")));
        Assert.Equal(UnavailableReason.Malformed, InputHandler.Parse("N: Number=x Name=a"u8, Sources.Of("bus/input/handlers"))!.Unavailable["Number"]);
    }
}
