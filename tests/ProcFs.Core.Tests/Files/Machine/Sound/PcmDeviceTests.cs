using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PcmDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_plays_or_records()
    {
        Assert.Equal(
            [(0, 0, "ALC295 Analog", "ALC295 Analog", 1, 2), (0, 3, "HDMI 0", "HDMI 0", 1, null)],
            modern.Root.Rows<PcmDevice>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Card, row.Item.Device, row.Item.Identifier, row.Item.Name, row.Item.PlaybackStreams, row.Item.CaptureStreams)));
        Assert.Equal("CaptureStreams", Assert.Single(PcmDevice.Parse("00-00: a : b : playback 1 : capture x"u8, Sources.Of("asound/pcm"))!.Unavailable.Keys));
        Assert.Null(PcmDevice.Parse("00-x: a : b"u8, Sources.Of("asound/pcm")));
    }
}
