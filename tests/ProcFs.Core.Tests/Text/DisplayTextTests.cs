namespace ProcFs.Text;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain ä 😀", "plain ä 😀")]
    [InlineData("", "")]
    [InlineData("a\nb\tc\rd", "a\\nb\\tc\\rd")]
    [InlineData("\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m")]
    [InlineData("\u0000\u007f\u009b", "\\x00\\x7f\\x9b")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("\u200b\u200f\u2066\ufeff", "\\u200b\\u200f\\u2066\\ufeff")]
    [InlineData("a\u061cb", "a\\u061cb")]
    public void What_could_steer_a_terminal_is_escaped(string text, string expected) => Assert.Equal(expected, DisplayText.Escape(text));

    [Fact]
    public void An_invalid_byte_is_shown_escaped() => Assert.Equal("a\\xff\\x80", DisplayText.Escape("a\uDCFF\uDC80"));

    [Fact]
    public void A_lone_surrogate_is_escaped() => Assert.Equal("\\ud800x", DisplayText.Escape("\uD800x"));

    [Fact]
    public void Safe_text_is_not_copied()
    {
        const string Text = "safe";
        Assert.Same(Text, DisplayText.Escape(Text));
    }

    [Fact]
    public void No_control_character_is_left_of_any()
    {
        for (int code = 0; code <= 0xFFFF; code++)
        {
            Assert.DoesNotContain(DisplayText.Escape($"a{(char)code}b"), shown => char.IsControl(shown) || char.IsSurrogate(shown));
        }
    }
}
