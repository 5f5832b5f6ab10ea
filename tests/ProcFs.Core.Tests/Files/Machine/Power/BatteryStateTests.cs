using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BatteryStateTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_battery_has_a_charge()
    {
        var battery = BatteryState.Parse(File.ReadAllBytes(old.Root.PathOf("acpi/battery/BAT0/state")), Sources.Of("acpi/battery/BAT0/state"));
        Assert.Equal((true, "ok", "discharging", 1500L, "mA", 3900L, 11800L),
            (battery.IsPresent, battery.CapacityState, battery.ChargingState, battery.Rate, battery.RateUnit, battery.RemainingCapacity, battery.Voltage));
    }

    [Fact]
    public void An_unknown_rate_is_null()
    {
        var battery = BatteryState.Parse("present: yes\npresent rate: unknown\nremaining capacity: x\n"u8, Sources.Of("state"));
        Assert.Equal((true, null, null), (battery.IsPresent, battery.Rate, battery.RateUnit));
        Assert.Equal(["RemainingCapacity"], battery.Unavailable.Keys);
    }
}
