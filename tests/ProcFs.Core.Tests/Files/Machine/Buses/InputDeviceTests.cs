using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class InputDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_has_numbers_a_name_and_capabilities()
    {
        InputDevice[] devices = [.. modern.Root.Rows<InputDevice>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(("Power Button", 0x19, 0, 1, 0), (devices[0].Name, devices[0].Bus, devices[0].Vendor, devices[0].Product, devices[0].Version));
        Assert.Equal(("PNP0C0C/button/input0", "/devices/LNXSYSTM:00/LNXPWRBN:00/input/input0", ""), (devices[0].PhysicalPath, devices[0].SysfsPath, devices[0].Unique));
        Assert.Equal(["kbd", "event0"], devices[0].Handlers!);
        Assert.Equal(("10000000000000 0", "Keyboard = K120", 0x46d, "A1"), (devices[0].Bitmaps["KEY"], devices[1].Name, devices[1].Vendor, devices[1].Unique));
        Assert.All(devices, device => Assert.Empty(device.Additional));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_new_line_is_kept()
    {
        InputDevice device = Assert.Single(GrammarFile.Read<InputDevice>("I: Bus=x New=1\nZ: Future=2\nodd\n", InputDevice.ReadRows).Rows);
        Assert.Equal((null, "1", "2", ""), (device.Bus, device.Additional["I.New"], device.Additional["Z.Future"], device.Additional["odd"]));
        Assert.Equal(UnavailableReason.Malformed, device.Unavailable["Bus"]);
    }
}
