using ProcFs.Fixtures;

namespace ProcFs;

public sealed class Ext4OptionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_option_may_have_a_value() => Assert.Equal(
        ["rw", "bsddf", "commit=5", "errors=remount-ro"],
        Grammar.Lines.ParseAll<Ext4Option>(File.ReadAllBytes(modern.Root.PathOf("fs/ext4/sda1/options")), Sources.Of("fs/ext4/sda1/options")).Select(option => $"{option}"));
}
