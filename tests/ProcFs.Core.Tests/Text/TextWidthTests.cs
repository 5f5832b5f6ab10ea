namespace ProcFs.Text;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("/short", 10, "/short")]
    [InlineData("/usr/lib/x86_64-linux-gnu/libssl.so.3", 24, "/usr/lib/x8…/libssl.so.3")]
    [InlineData("/usr/lib/x86_64-linux-gnu/libssl.so.3", 13, "…/libssl.so.3")]
    [InlineData("/usr/lib/x86_64-linux-gnu/libssl.so.3", 6, "….so.3")]
    [InlineData("/var/log/a.log  (deleted)", 20, "/v…/a.log  (deleted)")]
    [InlineData("socket:[12345678]", 9, "socket:[…")]
    [InlineData("[2001:db8:1:2:a00:27ff:fe4e:66a1]:443", 21, "[2001:db8:1:2:a…]:443")]
    [InlineData("/日本/日本語/名前", 11, "/日本…/名前")]
    public void A_path_keeps_its_last_part(string path, int width, string expected)
    {
        string cut = TextWidth.CutPath(path, width);
        Assert.Equal(expected, cut);
        Assert.True(TextWidth.Of(cut) <= width);
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "a…")]
    [InlineData("abc", 1, "…")]
    [InlineData("日本", 3, "日…")]
    [InlineData("日本", 2, "…")]
    public void A_text_that_is_cut_fits(string text, int width, string expected) => Assert.Equal(expected, TextWidth.Cut(text, width));
}
