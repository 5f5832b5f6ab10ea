using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SoundHardwareTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Hardware_and_modules_have_a_card()
    {
        Assert.Equal(["0-0 HDA Codec 0"], modern.Root.Rows<SoundHardware>(TestContext.Current.CancellationToken).Select(row => $"{row.Item}"));
        Assert.Equal(["0 snd_hda_intel", "1 snd_usb_audio"], modern.Root.Rows<SoundModule>(TestContext.Current.CancellationToken).Select(row => $"{row.Item}"));
        Assert.Null(SoundHardware.Parse("00: a"u8, Sources.Of("asound/hwdep")));
        Assert.Null(SoundModule.Parse("0"u8, Sources.Of("asound/modules")));
    }
}
