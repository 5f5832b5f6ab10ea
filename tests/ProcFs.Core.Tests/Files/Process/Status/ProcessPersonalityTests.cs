namespace ProcFs;

public sealed class ProcessPersonalityTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_plain_process_has_none()
    {
        var personality = SchedulingFiles.Record<ProcessPersonality>(4242);
        Assert.Equal((0U, PersonalityDomain.Linux, PersonalityFlags.None), (personality.Value, personality.Domain, personality.Flags));
    }

    [Fact]
    public void Domain_and_flags_have_names()
    {
        var personality = SchedulingFiles.Record<ProcessPersonality>(4243);
        Assert.Equal(PersonalityDomain.Linux32, personality.Domain);
        Assert.Equal("AddressNoRandomize, AddressLimit3Gb", $"{personality.Flags}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("none\n")]
    [InlineData("100000000\n")]
    public void A_malformed_line_is_named(string text) => Assert.Equal(ProcErrorKind.Malformed, _files.Failure("personality", text).Kind);
}
