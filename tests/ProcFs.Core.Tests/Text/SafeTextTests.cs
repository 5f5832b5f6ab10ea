namespace ProcFs.Text;

public sealed class SafeTextTests
{
    private const string Hostile = "\u001b]52;c;x\a";

    [Fact]
    public void What_is_filled_in_is_escaped_and_the_words_of_the_source_are_not() =>
        Assert.Equal("a\n\\x1b]52;c;x\\x07, 5, ff\t", TextOf($"a\n{Hostile}, {5}, {255:x}\t"));

    [Fact]
    public void What_is_safe_already_is_not_escaped_again()
    {
        SafeText inner = $"{Hostile}\n";
        Assert.Equal("(\\x1b]52;c;x\\x07\n)", TextOf($"({inner})"));
    }

    [Fact]
    public void What_is_filled_in_is_the_same_in_every_country() =>
        Assert.Equal("1.5 2026-01-02", TextOf($"{1.5} {new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc):yyyy-MM-dd}"));

    [Fact]
    public void Nothing_is_filled_in_for_null() => Assert.Equal("<>", TextOf($"<{null}{(object?)null}>"));

    [Fact]
    public void Texts_stand_on_lines_of_their_own() =>
        Assert.Equal("a\\nb\nc", SafeText.Lines([$"{"a\nb"}", $"c"]).ToString());

    [Fact]
    public void No_text_is_empty()
    {
        Assert.True(default(SafeText).IsEmpty);
        Assert.Equal("", default(SafeText).ToString());
        Assert.Equal("", TextOf($"{default(SafeText)}"));
    }

    private static string TextOf(SafeText text) => text.ToString();
}
