using ProcFs.Fixtures;

namespace ProcFs.Text;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("-5", true, -5)]
    [InlineData("9223372036854775807", true, long.MaxValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("", false, 0)]
    [InlineData(" 1", false, 0)]
    [InlineData("1 ", false, 0)]
    [InlineData("0x1", false, 0)]
    [InlineData("1.5", false, 0)]
    [InlineData("-", false, 0)]
    public void Int64(string text, bool parses, long value)
    {
        Assert.Equal(parses, Number.TryInt64(Sources.Latin1(text), out long number));
        Assert.Equal(parses ? value : 0, parses ? number : 0);
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("2147483648", false)]
    [InlineData("-2147483648", true)]
    [InlineData("12a", false)]
    public void Int32(string text, bool parses) => Assert.Equal(parses, Number.TryInt32(Sources.Latin1(text), out _));

    [Theory]
    [InlineData("18446744073709551615", true, ulong.MaxValue)]
    [InlineData("18446744073709551616", false, 0)]
    [InlineData("-1", false, 0)]
    public void UInt64(string text, bool parses, ulong value)
    {
        Assert.Equal(parses, Number.TryUInt64(Sources.Latin1(text), out ulong number));
        Assert.Equal(value, parses ? number : 0);
    }

    [Theory]
    [InlineData("4294967295", true)]
    [InlineData("4294967296", false)]
    [InlineData("-1", false)]
    public void UInt32(string text, bool parses) => Assert.Equal(parses, Number.TryUInt32(Sources.Latin1(text), out _));

    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("fF", true, 255)]
    [InlineData("ffffffffffffffff", true, ulong.MaxValue)]
    [InlineData("10000000000000000", false, 0)]
    [InlineData("", false, 0)]
    [InlineData("0x1", false, 0)]
    [InlineData("g", false, 0)]
    public void Hex(string text, bool parses, ulong value)
    {
        Assert.Equal(parses, Number.TryHex(Sources.Latin1(text), out ulong number));
        Assert.Equal(value, number);
    }

    [Theory]
    [InlineData("0022", true, 18)]
    [InlineData("777", true, 511)]
    [InlineData("8", false, 0)]
    [InlineData("", false, 0)]
    [InlineData("7777777777777777777777777", false, 0)]
    public void Octal(string text, bool parses, long value)
    {
        Assert.Equal(parses, Number.TryOctal(Sources.Latin1(text), out long number));
        Assert.Equal(value, parses ? number : 0);
    }
}
