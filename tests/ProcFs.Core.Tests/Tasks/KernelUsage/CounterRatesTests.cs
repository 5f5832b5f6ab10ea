namespace ProcFs;

/// <summary>Rates of counters that advance, wrap at 32 bits, or are reset.</summary>
public sealed class CounterRatesTests
{
    private static readonly CounterRates s_rates = new(TimeSpan.FromSeconds(2));

    [Theory]
    [InlineData(100L, 300L, 100.0)]
    [InlineData(100L, 100L, 0.0)]
    [InlineData(4294967290L, 4L, 5.0)]
    [InlineData(5000L, 4L, null)]
    [InlineData(5000000000L, 4L, null)]
    [InlineData(null, 4L, null)]
    [InlineData(4L, null, null)]
    public void A_wrapped_counter_is_distinguished_from_a_reset_one(long? before, long? after, double? rate) =>
        Assert.Equal(rate, s_rates.PerSecond(before, after));

    [Theory]
    [InlineData(4294967290L, 6L, 12L)]
    [InlineData(10L, 20L, 10L)]
    [InlineData(5000L, 4L, null)]
    [InlineData(null, 4L, null)]
    public void A_time_of_a_disk_wraps_after_49_days(long? before, long? after, long? growth)
    {
        static TimeSpan? Time(long? milliseconds) => milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;
        Assert.Equal(Time(growth), CounterRates.GrowthOfMilliseconds(Time(before), Time(after)));
    }

    [Fact]
    public void A_share_is_relative_to_the_interval()
    {
        Assert.Equal(25, s_rates.Percent(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.5)));
        Assert.Equal(100, s_rates.Percent(TimeSpan.Zero, TimeSpan.FromSeconds(3)));
        Assert.Null(s_rates.Percent(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(9)));
    }
}
