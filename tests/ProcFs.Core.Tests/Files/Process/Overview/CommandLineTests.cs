using ProcFs.Fixtures;

namespace ProcFs;

public sealed class CommandLineTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a\0", new[] { "a" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\0b", new[] { "a", "b" })]
    [InlineData("a\0\0b\0", new[] { "a", "", "b" })]
    [InlineData("a\0\0\0", new[] { "a", "", "" })]
    [InlineData("\0", new[] { "" })]
    [InlineData("\0a\0", new[] { "", "a" })]
    [InlineData("two\nlines\0b c\0", new[] { "two\nlines", "b c" })]
    [InlineData("nginx: worker process", new[] { "nginx: worker process" })]
    [InlineData("nginx: worker process\0\0", new[] { "nginx: worker process" })]
    [InlineData("postgres\0\0\0\0\0\0\0\0", new[] { "postgres" })]
    [InlineData("two words\0a\0\0", new[] { "two words", "a", "" })]
    public void A_NUL_ends_each_argument(string text, string[] arguments) => Assert.Equal(arguments, CommandLine.Parse(Sources.Latin1(text)));

    [Fact]
    public void Bytes_survive() => Assert.Equal(["\uDCFE"], CommandLine.Parse([0xFE, 0]));

    [Fact]
    public void The_capture_has_empty_arguments_in_the_middle_and_at_the_end() =>
        Assert.Equal(["renamed", "", "two\nlines", "b\uDCFEd", "", ""], CommandLine.Parse(File.ReadAllBytes(fixture.PathOf("4400/cmdline"))));

    [Theory]
    [InlineData(2)]
    [InlineData(4310)]
    public void Kernel_threads_and_zombies_have_none(int id) => Assert.Empty(CommandLine.Parse(File.ReadAllBytes(fixture.PathOf($"{id}/cmdline"))));
}
