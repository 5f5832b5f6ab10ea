using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SystemUptimeTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Both_columns_are_times_and_the_start_is_that_of_stat()
    {
        var uptime = modern.Root.Read<SystemUptime>();
        Assert.Equal((TimeSpan.FromSeconds(3676.41), TimeSpan.FromSeconds(7300)), (uptime.Uptime, uptime.IdleTime));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1700000000), "01:01:16.41"), (uptime.BootTime, uptime.ToString()));
        Assert.Empty(uptime.Unavailable);
    }

    [Fact]
    public void Days_are_shown() => Assert.Equal("4.01:25:35", old.Root.Read<SystemUptime>().ToString());

    [Fact]
    public void An_odd_column_costs_itself_alone_and_a_new_one_is_kept()
    {
        SystemUptime uptime = Parse("(null) 5.00 7");
        Assert.Equal((null, TimeSpan.FromSeconds(5), "7"), (uptime.Uptime, uptime.IdleTime, uptime.Additional["3"]));
        Assert.Equal(UnavailableReason.Malformed, uptime.Unavailable["Uptime"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5.00\n")]
    public void A_line_without_both_columns_is_malformed(string text) => Assert.Equal(1, Assert.Throws<ProcException>(() => Parse(text)).LineNumber);

    [Fact]
    public void The_uptime_of_this_machine_matches_its_clock()
    {
        var uptime = new ProcRoot().Read<SystemUptime>();
        Assert.InRange((DateTimeOffset.UtcNow - uptime.BootTime!.Value - uptime.Uptime!.Value).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static SystemUptime Parse(string text) => SystemUptime.Parse(Sources.Latin1(text), Sources.Of("uptime"));
}
