using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BatteryInfoTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_battery_has_capacities_in_its_unit()
    {
        var battery = BatteryInfo.Parse(File.ReadAllBytes(old.Root.PathOf("acpi/battery/BAT0/info")), Sources.Of("acpi/battery/BAT0/info"));
        Assert.Equal((true, 4400L, 4100L, "mAh", "rechargeable", 11100L), (battery.IsPresent, battery.DesignCapacity, battery.FullCapacity, battery.CapacityUnit, battery.Technology, battery.DesignVoltage));
        Assert.Equal((440L, 132L, 87L, "EX-100", "12", "LION", "EXAMPLE"), (battery.WarningCapacity, battery.LowCapacity, battery.Cycles, battery.Model, battery.SerialNumber, battery.Type, battery.Maker));
        Assert.Equal("32 mAh", battery.Additional["capacity granularity 1"]);
    }

    [Fact]
    public void A_missing_or_silent_battery_has_nulls()
    {
        var battery = BatteryInfo.Parse("present: no\ndesign capacity: unknown\nlast full capacity: x mAh\n"u8, Sources.Of("info"));
        Assert.Equal((false, null, null), (battery.IsPresent, battery.DesignCapacity, battery.FullCapacity));
        Assert.Equal(["FullCapacity"], battery.Unavailable.Keys);
    }
}
