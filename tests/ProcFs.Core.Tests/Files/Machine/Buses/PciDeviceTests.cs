using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PciDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_has_an_address_numbers_and_regions()
    {
        PciDevice[] devices = [.. modern.Root.Rows<PciDevice>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((1, 1, 1, 0x1af4, 0x1045, 0x1b, "virtio-pci", "01:01.1 1af4:1045"), (devices[1].Bus, devices[1].Slot, devices[1].Function, devices[1].Vendor, devices[1].Device, devices[1].Irq, devices[1].Driver, $"{devices[1]}"));
        Assert.Equal([0x4000000004UL, 0xc001, 0, 0, 0, 0, 0], devices[1].Regions!);
        Assert.Equal([0x80000L, 0x40, 0, 0, 0, 0, 0], devices[1].RegionSizes!);
        Assert.Null(devices[0].Driver);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        PciDevice device = PciDevice.Parse("0008 1af41045 x 1 2 3 4 5 6 7 1 2 3 4 5 6 y"u8, Sources.Of("bus/pci/devices"))!;
        Assert.Equal("Irq RegionSizes", string.Join(' ', device.Unavailable.Keys.Order()));
        Assert.Null(PciDevice.Parse("0008 1af4"u8, Sources.Of("bus/pci/devices")));
    }

    [Fact]
    public void The_files_of_this_machine_are_read()
    {
        Assert.SkipUnless(File.Exists("/proc/bus/pci/devices"), "This machine has no PCI.");
        Assert.All(new ProcRoot().Rows<PciDevice>(TestContext.Current.CancellationToken), row => Assert.Empty(row.Item!.Unavailable));
    }
}
