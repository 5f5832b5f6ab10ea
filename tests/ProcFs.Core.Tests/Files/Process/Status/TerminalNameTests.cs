namespace ProcFs;

public sealed class TerminalNameTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData((136 << 8) | 3, "pts/3")]
    [InlineData(137 << 8, "pts/256")]
    [InlineData((136 << 8) | (300 & 0xFF) | ((300 & 0xFFF00) << 12), "pts/300")]
    [InlineData((4 << 8) | 1, "tty1")]
    [InlineData((4 << 8) | 64, "ttyS0")]
    [InlineData((5 << 8) | 1, "console")]
    [InlineData((229 << 8) | 2, "hvc2")]
    [InlineData((204 << 8) | 64, "ttyAMA0")]
    [InlineData((300 << 8) | 7, "300:7")]
    public void A_number_packs_major_and_minor(int device, string? name) => Assert.Equal(name, TerminalName.Of(device));

    [Theory]
    [InlineData(188 << 8 | 2, "ttyUSB2")]
    [InlineData(204 << 8 | 9, "ttySC1")]
    [InlineData(204 << 8 | 64, "ttyAMA0")]
    [InlineData(4 << 8, "tty0")]
    [InlineData(136 << 8 | 7, "pts/7")]
    [InlineData(300 << 8 | 7, "300:7")]
    [InlineData(0, null)]
    public void The_drivers_of_the_machine_say_how_theirs_are_called(int device, string? name)
    {
        using var root = new Fixtures.TemporaryRoot();
        root.Write("tty/drivers", "/dev/tty             /dev/tty        5       0 system:/dev/tty\n/dev/vc/0            /dev/vc/0       4       0 system:vtmaster\n"
            + "usbserial            /dev/ttyUSB   188 0-511 serial\nsci                  /dev/ttySC    204 8-17 serial\nunknown              /dev/tty        4 1-63 console\nnonsense\n");
        Assert.Equal(name, TerminalName.Of(device, TerminalDrivers.Of(root.Root)));
    }
}
