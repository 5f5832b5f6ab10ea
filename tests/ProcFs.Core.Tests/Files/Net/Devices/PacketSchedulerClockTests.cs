using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketSchedulerClockTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_numbers_are_hexadecimal()
    {
        PacketSchedulerClock clock = NetFiles.Record<PacketSchedulerClock>(modern, "psched");
        Assert.Equal((1000L, 64L, 1000000L, 1000000000L), (clock.NanosecondsPerMicrosecond, clock.NanosecondsPerTick, clock.TicksPerSecondBase, clock.TimerFrequency));
        Assert.Empty(clock.Unavailable);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var clock = PacketSchedulerClock.Parse("x 40"u8, Sources.Of("net/psched"));
        Assert.Equal((null, 64L, null), (clock.NanosecondsPerMicrosecond, clock.NanosecondsPerTick, clock.TimerFrequency));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (clock.Unavailable["NanosecondsPerMicrosecond"], clock.Unavailable["TimerFrequency"]));
    }
}
