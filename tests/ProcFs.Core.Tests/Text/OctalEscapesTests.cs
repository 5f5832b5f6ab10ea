namespace ProcFs.Text;

public sealed class OctalEscapesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("/plain", "/plain")]
    [InlineData(@"a\040b\011c\012d\134e\043f", "a b\tc\nd\\e#f")]
    [InlineData(@"\134040", @"\040")]
    [InlineData(@"\303\244", "ä")]
    [InlineData(@"\", @"\")]
    [InlineData(@"\04", @"\04")]
    [InlineData(@"\048", @"\048")]
    [InlineData(@"\400", @"\400")]
    [InlineData(@"\:x\", @"\:x\")]
    public void An_escape_is_a_backslash_and_three_octal_digits(string text, string plain) =>
        Assert.Equal(plain, LosslessText.Decode(OctalEscapes.Decode(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Every_byte_can_be_escaped()
    {
        for (int code = 0; code <= 255; code++)
        {
            byte[] escaped = System.Text.Encoding.ASCII.GetBytes($"\\{Convert.ToString(code, 8).PadLeft(3, '0')}");
            Assert.Equal([(byte)code], OctalEscapes.Decode(escaped).ToArray());
        }
    }

    [Fact]
    public void Text_without_a_backslash_is_not_copied()
    {
        byte[] text = [(byte)'a', 0xFF];
        Assert.True(OctalEscapes.Decode(text) == text.AsSpan());
    }
}
