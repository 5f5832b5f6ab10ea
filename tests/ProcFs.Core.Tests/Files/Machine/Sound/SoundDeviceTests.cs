using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SoundDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_belongs_to_a_card_or_to_none() => Assert.Equal(
        [(0, 0, null, "control"), (2, 0, 3, "digital audio playback"), (9, 0, 0, "hardware dependent"), (1, null, null, "sequencer"), (33, null, null, "timer")],
        modern.Root.Rows<SoundDevice>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Minor, row.Item.Card, row.Item.Device, row.Item.Type)));

    [Theory]
    [InlineData("x: [ 0]   : control")]
    [InlineData("0: [ y]   : control")]
    [InlineData("0: [ 0- y]: control")]
    [InlineData("0: [ 0]   :")]
    public void Other_text_is_not_a_row(string line) => Assert.Null(SoundDevice.Parse(Sources.Latin1(line), Sources.Of("asound/devices")));
}
