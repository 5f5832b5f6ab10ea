using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BootTimeServerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    private const string File = "ipconfig/ntp_servers";

    [Fact]
    public void Each_line_is_an_address() =>
        Assert.Equal(["192.0.2.123", "198.51.100.123"], NetFiles.Rows<BootTimeServer>(modern, File).Select(server => $"{server}"));

    [Fact]
    public void A_line_without_an_address_is_an_error_and_the_others_are_read()
    {
        (List<BootTimeServer> servers, List<ProcException> errors) = NetFiles.RowsOf<BootTimeServer>(File, "odd\n192.0.2.7\n");
        Assert.Equal("192.0.2.7", $"{Assert.Single(servers)}");
        Assert.Single(errors);
    }
}
