using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PcmInfoTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Theory]
    [InlineData("asound/card0/pcm0p/info")]
    [InlineData("asound/card0/pcm0p/sub0/info")]
    public void A_device_and_its_substream_have_a_direction_and_a_name(string path)
    {
        var info = PcmInfo.Parse(File.ReadAllBytes(modern.Root.PathOf(path)), Sources.Of(path));
        Assert.Equal((0, 0, 0, "PLAYBACK", "ALC255 Analog"), (info.Card, info.Device, info.Substream, info.Direction, info.Name));
        Assert.Equal((1, 0, "subdevice #0", "PLAYBACK ALC255 Analog"), (info.Substreams, info.AvailableSubstreams, info.SubstreamName, info.ToString()));
        Assert.Empty(info.Unavailable);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var info = PcmInfo.Parse("card: x\ndevice: 3\nfuture: 1\n"u8, Sources.Of("asound/card0/pcm3p/info"));
        Assert.Equal((null, 3), (info.Card, info.Device));
        Assert.Equal("Card", Assert.Single(info.Unavailable.Keys));
        Assert.Equal("1", info.Additional["future"]);
    }
}
