using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SoundTimerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_timer_has_a_resolution_and_clients()
    {
        SoundTimer[] timers = [.. modern.Root.Rows<SoundTimer>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(("G0", "system timer", TimeSpan.FromMilliseconds(4), 10000000L), (timers[0].Name, timers[0].Description, timers[0].Resolution, timers[0].MaximumTicks));
        Assert.Equal(["application 1234 : stopped"], timers[0].Clients);
        Assert.Equal(("P0-0-0", "PCM playback 0-0-0", null), (timers[2].Name, timers[2].Description, timers[2].Resolution));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        SoundTimer timer = Assert.Single(GrammarFile.Read<SoundTimer>("G0: t : xus (y ticks)\n", SoundTimer.ReadRows).Rows);
        Assert.Equal("MaximumTicks Resolution", string.Join(' ', timer.Unavailable.Keys.Order()));
    }
}
