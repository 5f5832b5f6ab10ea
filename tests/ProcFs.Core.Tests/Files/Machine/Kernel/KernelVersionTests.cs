using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelVersionTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void The_text_is_taken_apart()
    {
        var version = modern.Root.Read<KernelVersion>();
        Assert.Equal(("Linux", "6.18.0", "builder", "example"), (version.System, version.Release, version.Builder, version.BuildHost));
        Assert.Equal("gcc (GCC) 15.1.0, GNU ld (GNU Binutils) 2.44", version.Compiler);
        Assert.Equal(("#1 SMP PREEMPT_DYNAMIC", null, "Linux 6.18.0"), (version.Version, version.BuildTime, version.ToString()));
        Assert.Empty(version.Unavailable);
    }

    [Fact]
    public void An_older_kernel_has_brackets_within_brackets_and_a_time()
    {
        var version = old.Root.Read<KernelVersion>();
        Assert.Equal("gcc version 4.6.3 (Debian 4.6.3-14) ", version.Compiler);
        Assert.Equal("#1 SMP Thu Aug  3 12:34:56 UTC 2017", version.Version);
        Assert.Equal(new DateTimeOffset(2017, 8, 3, 12, 34, 56, TimeSpan.Zero), version.BuildTime);
    }

    [Theory]
    [InlineData("#1 SMP Debian 6.12.1-1 (2024-11-30)", false)]
    [InlineData("#1 SMP Thu Aug 3 12:34:56 CEST 2017", false)]
    [InlineData("#1 SMP Thu Aug 3 12:34:61 UTC 2017", true)]
    [InlineData("#1 Thu Aug", true)]
    public void An_invalid_time_is_null(string text, bool isOdd)
    {
        KernelVersion version = Parse($"Linux version 6.1 (a@b) (gcc) {text}");
        Assert.Equal((null, text), (version.BuildTime, version.Version));
        Assert.Equal(isOdd, version.Unavailable.ContainsKey("BuildTime"));
    }

    [Fact]
    public void What_the_text_does_not_tell_is_null()
    {
        KernelVersion version = Parse("Linux version 6.1.0\n");
        Assert.Equal((null, null, null, ""), (version.Builder, version.BuildHost, version.Compiler, version.Version));
        Assert.Equal(("6.1.0", "a", null), (version.Release, Parse("Linux version 6.1.0 (a) (").Builder, Parse("Linux version 6.1.0 (a) (").Compiler));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Linux 6.18\n")]
    [InlineData("Linux version \n")]
    public void A_text_without_a_release_is_malformed(string text) => Assert.Equal(1, Assert.Throws<ProcException>(() => Parse(text)).LineNumber);

    [Fact]
    public void This_kernel_is_the_one_that_the_runtime_sees() =>
        Assert.StartsWith(Environment.OSVersion.Version.ToString(2), new ProcRoot().Read<KernelVersion>().Release, StringComparison.Ordinal);

    private static KernelVersion Parse(string text) => KernelVersion.Parse(Sources.Latin1(text), Sources.Of("version"));
}
