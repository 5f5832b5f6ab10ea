using ProcFs.Fixtures;

namespace ProcFs;

public sealed class AdvancedPowerTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_battery_has_a_charge()
    {
        var power = modern.Root.Read<AdvancedPower>();
        Assert.Equal(("1.16ac", "1.2", 3UL, true, "charging", 9UL, 85.0, TimeSpan.FromMinutes(92)), (power.DriverVersion, power.BiosVersion, power.Flags, power.IsOnMains, power.BatteryState, power.BatteryFlags, power.BatteryCharge, power.TimeLeft));
    }

    [Fact]
    public void Little_may_be_known()
    {
        var power = old.Root.Read<AdvancedPower>();
        Assert.Equal((null, null, null, null, 0), (power.IsOnMains, power.BatteryState, power.BatteryCharge, power.TimeLeft, power.Unavailable.Count));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var power = AdvancedPower.Parse("1 1 x 0x00 high 0x1 full many sec\n"u8, Sources.Of("apm"));
        Assert.Equal("BatteryCharge BatteryState Flags TimeLeft", string.Join(' ', power.Unavailable.Keys.Order()));
        Assert.Throws<ProcException>(() => AdvancedPower.Parse("1 1\n"u8, Sources.Of("apm")));
    }
}
