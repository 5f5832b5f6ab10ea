using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RealTimeClockTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_clock_shows_a_time_and_has_an_alarm()
    {
        var clock = modern.Root.Read<RealTimeClock>();
        Assert.Equal(("12:34:56", "2026-01-02", "00:00:00", "2026-01-03"), (clock.Time, clock.Date, clock.AlarmTime, clock.AlarmDate));
        Assert.Equal((false, true, 1024, 64, true, "okay"), (clock.IsAlarmOn, clock.HasPeriodicInterrupt, clock.PeriodicFrequency, clock.MaximumUserFrequency, clock.Is24Hour, clock.BatteryStatus));
        Assert.Equal("yes", clock.Additional["BCD"]);
    }

    [Fact]
    public void An_odd_value_affects_only_itself() =>
        Assert.Equal("Is24Hour", Assert.Single(RealTimeClock.Parse("24hr : maybe\nrtc_time : 1\n"u8, Sources.Of("driver/rtc")).Unavailable.Keys));
}
