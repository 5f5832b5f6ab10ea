namespace ProcFs.Text;

public sealed class OctalEscapesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("/plain", "/plain")]
    [InlineData(@"a\040b\011c\012d\134e\043f", "a b\tc\nd\\e#f")]
    [InlineData(@"\134040", @"\040")]
    [InlineData(@"\101\303\244", @"\101\303\244")]
    [InlineData(@"\", @"\")]
    [InlineData(@"\04", @"\04")]
    [InlineData(@"\048", @"\048")]
    [InlineData(@"\400", @"\400")]
    [InlineData(@"\:x\", @"\:x\")]
    public void An_escape_is_a_backslash_and_three_octal_digits(string text, string plain) =>
        Assert.Equal(plain, LosslessText.Decode(OctalEscapes.Decode(System.Text.Encoding.UTF8.GetBytes(text), " \t\n\\#"u8)));

    [Fact]
    public void Text_without_a_backslash_is_not_copied()
    {
        byte[] text = [(byte)'a', 0xFF];
        Assert.True(OctalEscapes.Decode(text, "a"u8) == text.AsSpan());
    }
}
