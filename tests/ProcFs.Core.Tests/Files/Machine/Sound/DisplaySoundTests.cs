using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DisplaySoundTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_display_says_what_it_can_play()
    {
        var display = DisplaySound.Parse(File.ReadAllBytes(modern.Root.PathOf("asound/card0/eld#2.0")), Sources.Of("asound/card0/eld#2.0"));
        Assert.Equal((true, true, 5UL, 0UL, 2UL, "EXAMPLE 27 Q", "DisplayPort"), (display.IsPresent, display.IsValid, display.Pin, display.Device, display.Converter, display.Name, display.Connection));
        Assert.Equal(("[0x2] CEA-861D or below", 0xAC10UL, 0x4101UL, 0x800UL, true, false, 4), (display.Version, display.Maker, display.Product, display.Port, display.HasCopyProtection, display.TakesInformation, display.Delay));
        Assert.Equal(["FL/FR", "LFE", "FC", "RL/RR", "RLC/RRC"], display.Speakers!);
        Assert.Equal((1, "[0x1] LPCM", "[0xe0] 32000 44100 48000"), (display.Formats, display.Additional["sad0_coding_type"], display.Additional["sad0_rates"]));
    }

    [Fact]
    public void Without_a_display_there_is_no_more()
    {
        var display = DisplaySound.Parse("monitor_present\t\t0\neld_valid\t\tx\n"u8, Sources.Of("eld"));
        Assert.Equal((false, null, null), (display.IsPresent, display.IsValid, display.Name));
        Assert.Equal(["IsValid"], display.Unavailable.Keys);
    }
}
