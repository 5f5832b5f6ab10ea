using ProcFs.Fixtures;

namespace ProcFs;

public sealed class WakeupDeviceTests
{
    [Fact]
    public void A_device_may_wake_the_machine()
    {
        const string Text = "Device\tS-state\t  Status   Sysfs node\nLID0\t  S4\t*enabled   platform:PNP0C0D:00\nPEG0\t  S4\t*disabled\nXHC\t  S3\t enabled   pci:0000:00:14.0\n\t\tother\n";
        var devices = (WakeupDevice[])WakeupDevice.ParameterForm.Parse!(Sources.Latin1(Text), Sources.Of("acpi/wakeup"))!;
        Assert.Equal([("LID0", "S4", true, true, "platform:PNP0C0D:00"), ("PEG0", "S4", false, true, null), ("XHC", "S3", true, false, "pci:0000:00:14.0")], devices.Select(device => (device.Device, device.State, device.IsEnabled!.Value, device.IsFromSystem, device.SysfsNode)));
        Assert.Equal("LID0 enabled", $"{devices[0]}");
    }
}
