namespace ProcFs.Grammar;

public sealed class ValueTests
{
    [Theory]
    [InlineData("5", 5L)]
    [InlineData("-5", -5L)]
    [InlineData("18446744073709551615", -1L)]
    [InlineData("18446744073709551616", null)]
    [InlineData("5x", null)]
    [InlineData("(null)", null)]
    [InlineData("", null)]
    public void Counters_beyond_the_largest_fell_below_zero(string text, long? number) =>
        Assert.Equal(number, Value.TryRead(GrammarFile.Bytes(text), GrammarFile.Source, out long value) ? value : null);

    [Theory]
    [InlineData("12 kB", 12288L)]
    [InlineData("12", null)]
    [InlineData("12 MB", null)]
    [InlineData("-1 kB", null)]
    [InlineData("9007199254740992 kB", null)]
    [InlineData("9007199254740991 kB", 9223372036854774784L)]
    public void Sizes_have_their_unit_and_fit(string text, long? bytes) =>
        Assert.Equal(bytes, Value.TryKiB(GrammarFile.Bytes(text), GrammarFile.Source, out long value) ? value : null);

    [Theory]
    [InlineData("3", 1536L)]
    [InlineData("-1", null)]
    [InlineData("18014398509481984", null)]
    [InlineData("18014398509481983", 9223372036854775296L)]
    public void Sectors_are_512_bytes_each(string text, long? bytes) =>
        Assert.Equal(bytes, Value.TrySectors(GrammarFile.Bytes(text), GrammarFile.Source, out long value) ? value : null);

    [Theory]
    [InlineData("1.5", 15_000_000L)]
    [InlineData("-1.5", -15_000_000L)]
    [InlineData("0.123456789", 1_234_567L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("1.", null)]
    [InlineData(".5", null)]
    [InlineData("1.x", null)]
    [InlineData("", null)]
    public void Seconds_may_have_decimals(string text, long? ticks) =>
        Assert.Equal(ticks, Value.TrySeconds(GrammarFile.Bytes(text), GrammarFile.Source, out TimeSpan value) ? value.Ticks : null);

    [Theory]
    [InlineData("0.51", 0.51)]
    [InlineData("NaN", null)]
    [InlineData("1e400", null)]
    [InlineData("1,5", null)]
    public void Numbers_with_a_point_are_finite(string text, double? number) =>
        Assert.Equal(number, Value.TryRead(GrammarFile.Bytes(text), GrammarFile.Source, out double value) ? value : null);

    [Theory]
    [InlineData("250", 1L)]
    [InlineData("-1", 0L)]
    [InlineData("x", null)]
    public void Ticks_match_the_machine(string text, long? seconds) =>
        Assert.Equal(seconds, Value.TryTicks(GrammarFile.Bytes(text), GrammarFile.Source, out TimeSpan value) ? (long)value.TotalSeconds : null);

    [Fact]
    public void Lists_of_words_and_numbers_may_be_empty()
    {
        Assert.True(Value.TryRead(" a\tb  c "u8, GrammarFile.Source, out string[] words));
        Assert.Equal(["a", "b", "c"], words);
        Assert.True(Value.TryRead("  "u8, GrammarFile.Source, out long[] none));
        Assert.Empty(none);
        Assert.False(Value.TryRead("1 x"u8, GrammarFile.Source, out long[] _));
        Assert.False(Value.TryRead("1 -1"u8, GrammarFile.Source, out uint[] _));
    }

    [Fact]
    public void Sums_stay_in_range_and_nothing_is_not_zero()
    {
        Assert.Equal((long.MaxValue, long.MinValue), (Value.Sum(long.MaxValue, 1), Value.Sum(long.MinValue, -1)));
        Assert.Equal((null, 3L, 3L, 5L), (Value.Sum(null, null), Value.Sum(3, null), Value.Sum(null, 3), Value.Sum(2, 3)));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("fe80::1", "fe80::1")]
    [InlineData("7", null)]
    [InlineData("10.1", null)]
    [InlineData("192.0.2.256", null)]
    [InlineData("*", null)]
    public void An_address_is_written_in_full(string text, string? address) =>
        Assert.Equal(address, Value.TryRead(GrammarFile.Bytes(text), GrammarFile.Source, out System.Net.IPAddress? value) ? $"{value}" : null);

    [Theory]
    [InlineData("c0000201", "192.0.2.1")]
    [InlineData("20010db8000000000000000000000001", "2001:db8::1")]
    [InlineData("c00002", null)]
    [InlineData("-0000201", null)]
    public void The_bytes_of_an_address_are_in_their_order(string text, string? address) =>
        Assert.Equal(address, Value.TryHex(GrammarFile.Bytes(text), GrammarFile.Source, out System.Net.IPAddress? value) ? $"{value}" : null);
}
