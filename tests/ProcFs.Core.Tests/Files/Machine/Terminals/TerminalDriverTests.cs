using ProcFs.Fixtures;

namespace ProcFs;

public sealed class TerminalDriverTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_driver_has_devices_and_a_type()
    {
        TerminalDriver[] drivers = [.. modern.Root.Rows<TerminalDriver>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(("serial", "/dev/ttyS", 4, 64, 95, "serial", null), (drivers[2].Name, drivers[2].Device, drivers[2].Major, drivers[2].FirstMinor, drivers[2].LastMinor, drivers[2].Type, drivers[2].Subtype));
        Assert.Equal(("/dev/tty", 0, 0, "system", "/dev/tty"), (drivers[0].Name, drivers[0].FirstMinor, drivers[0].LastMinor, drivers[0].Type, drivers[0].Subtype));
        Assert.Equal(("pty_slave", "slave"), (drivers[3].Name, drivers[3].Subtype));
    }

    [Theory]
    [InlineData("serial /dev/ttyS x 64 serial")]
    [InlineData("serial /dev/ttyS 4 64-x serial")]
    [InlineData("serial /dev/ttyS 4 64")]
    [InlineData("serial")]
    public void Other_text_is_not_a_row(string line) => Assert.Null(TerminalDriver.Parse(Sources.Latin1(line), Sources.Of("tty/drivers")));

    [Fact]
    public void The_files_of_this_machine_are_read() => Assert.All(new ProcRoot().Rows<TerminalDriver>(TestContext.Current.CancellationToken), row => Assert.Null(row.Error));
}
