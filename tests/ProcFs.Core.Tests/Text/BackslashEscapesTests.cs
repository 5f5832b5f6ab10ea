using ProcFs.Fixtures;

namespace ProcFs.Text;

public sealed class BackslashEscapesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("\\n", "\n")]
    [InlineData("\\\\", "\\")]
    [InlineData("\\\\n", "\\n")]
    [InlineData("\\\\\\n", "\\\n")]
    [InlineData("\\012", "\n")]
    [InlineData("\\134", "\\")]
    [InlineData("\\\\134", "\\134")]
    [InlineData("\\777", "777")]
    [InlineData("\\12", "12")]
    [InlineData("a\\", "a\\")]
    [InlineData("a b\tc", "a b\tc")]
    public void Decodes(string written, string plain) => Assert.Equal(plain, BackslashEscapes.Decode(Sources.Latin1(written)));

    [Fact]
    public void Bytes_survive() => Assert.Equal("\uDCFF\n\uDCFE", BackslashEscapes.Decode(Sources.Latin1("\u00FF\\n\\376")));
}
