namespace ProcFs.Text;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("?", "", false)]
    [InlineData("?", "a", true)]
    [InlineData("?", "ab", false)]
    [InlineData("vfs_*", "vfs_read", true)]
    [InlineData("vfs_*", "vfs", false)]
    [InlineData("VFS_*", "vfs_read", true)]
    [InlineData("*_read", "vfs_READ", true)]
    [InlineData("*_read", "vfs_readv", false)]
    [InlineData("*fs_r*", "vfs_read", true)]
    [InlineData("*fs_r*", "vfs_write", false)]
    [InlineData("v*_*d", "vfs_read", true)]
    [InlineData("v*_*d", "vfs_reads", false)]
    [InlineData("**a**", "bab", true)]
    [InlineData("*a*b*c*", "1a2b3c4", true)]
    [InlineData("*a*b*c*", "1a2c3b4", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "Bx", true)]
    [InlineData("[A-C]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[abc]", "c", true)]
    [InlineData("[abc]", "-", false)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[]*]", "*", true)]
    [InlineData("[]*]", "]", true)]
    [InlineData("[]*]", "a", false)]
    [InlineData("[`]a]", "]", true)]
    [InlineData("[`*]", "`", false)]
    [InlineData("[`*]", "*", true)]
    [InlineData("[0-9]*", "7z", true)]
    [InlineData("*[0-9]", "eth0", true)]
    [InlineData("*[0-9]", "lo", false)]
    [InlineData("`*", "*", true)]
    [InlineData("`*", "a", false)]
    [InlineData("a`?", "a?", true)]
    [InlineData("a`?", "ab", false)]
    [InlineData("`[x`]", "[x]", true)]
    [InlineData("`[x`]*", "[x]y", true)]
    [InlineData("socket:`[*", "socket:[1]", true)]
    [InlineData("a``b", "a`b", true)]
    [InlineData("*`**", "a*b", true)]
    [InlineData("*`**", "ab", false)]
    [InlineData("Ä*", "ärger", true)]
    [InlineData("?rger", "ärger", true)]
    [InlineData("größe", "GRÖßE", true)]
    public void Matches_as_PowerShell_does(string pattern, string text, bool expected)
    {
        var wildcard = new Wildcard(pattern);
        Assert.Equal(expected, wildcard.IsMatch(text.AsSpan()));
        Assert.Equal(expected, wildcard.IsMatch(LosslessText.Encode(text)));
    }

    [Fact]
    public void An_invalid_byte_becomes_one_character()
    {
        Assert.True(new Wildcard("a?b").IsMatch([0x61, 0xFE, 0x62]));
        Assert.True(new Wildcard("a*").IsMatch([0x61, 0xFE]));
        Assert.False(new Wildcard("a").IsMatch([0x61, 0xFE]));
    }

    [Theory]
    [InlineData("nginx", true, "nginx")]
    [InlineData("", true, "")]
    [InlineData("a`*b", true, "a*b")]
    [InlineData("`[1`]", true, "[1]")]
    [InlineData("ngin*", false, null)]
    [InlineData("ngin?", false, null)]
    [InlineData("[ab]", false, null)]
    [InlineData("*`*", false, null)]
    public void Exact_means_one_name(string pattern, bool isExact, string? literal)
    {
        var wildcard = new Wildcard(pattern);
        Assert.Equal(isExact, wildcard.IsExact);
        if (literal is not null)
        {
            Assert.Equal(literal, wildcard.Literal);
        }
    }

    [Fact]
    public void Shows_as_its_pattern() => Assert.Equal("a`*[b]", new Wildcard("a`*[b]").ToString());

    // A pattern with many stars must not make the matching explode.
    [Fact]
    public void Many_stars_end()
    {
        var wildcard = new Wildcard(string.Concat(Enumerable.Repeat("*a", 40)) + "*b?");
        Assert.False(wildcard.IsMatch(new string('a', 20000).AsSpan()));
    }
}
