namespace ProcFs.Text;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("ffffffff81000000", 0xFFFFFFFF81000000)]
    [InlineData(" 0XFF ", 0xFFul)]
    public void Takes_hexadecimal_digits(string text, ulong expected) => Assert.Equal(expected, AddressText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("zz")]
    [InlineData("11111111111111111")]
    public void Refuses_other_text(string text) =>
        Assert.Contains("is not an address", Assert.Throws<ArgumentException>(() => AddressText.Parse(text)).Message, StringComparison.Ordinal);
}
