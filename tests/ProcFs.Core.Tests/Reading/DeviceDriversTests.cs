using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DeviceDriversTests
{
    [Theory]
    [InlineData(4, 0, "/dev/vc/0")]
    [InlineData(4, 1, "tty")]
    [InlineData(4, 64, "ttyS")]
    [InlineData(4, 200, "/dev/vc/0")]
    [InlineData(5, 0, "/dev/tty")]
    [InlineData(5, 2, "/dev/ptmx")]
    [InlineData(136, 3, "pts")]
    [InlineData(10, 232, "kvm")]
    [InlineData(10, 1, "misc")]
    [InlineData(99, 1, null)]
    public void Drivers_that_share_a_number_are_told_apart(int major, int minor, string? expected)
    {
        using TemporaryRoot root = new TemporaryRoot()
            .Write("devices", "Character devices:\n  4 /dev/vc/0\n  4 tty\n  4 ttyS\n  5 /dev/tty\n  5 /dev/console\n  5 /dev/ptmx\n 10 misc\n136 pts\n\nBlock devices:\n  4 blk\n")
            .Write("misc", "232 kvm\n")
            .Write("tty/drivers", "/dev/tty /dev/tty 5 0 system:/dev/tty\n/dev/ptmx /dev/ptmx 5 2 system\n/dev/vc/0 /dev/vc/0 4 0 system:vtmaster\nserial /dev/ttyS 4 64-67 serial\nunknown /dev/tty 4 1-63 console\npty_slave /dev/pts 136 0-1048575 pty:slave\n");
        var drivers = new DeviceDrivers(root.Root);
        Assert.Equal(expected, drivers.NameOf(isBlock: false, major, minor));
        Assert.Equal("blk", drivers.NameOf(isBlock: true, 4, 64));
    }
}
