using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PcmHardwareParametersTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_open_substream_has_a_format_and_a_buffer()
    {
        PcmHardwareParameters parameters = Of(File.ReadAllBytes(modern.Root.PathOf("asound/card0/pcm0p/sub0/hw_params")));
        Assert.Equal((true, "MMAP_INTERLEAVED", "S16_LE", "STD"), (parameters.IsOpen, parameters.Access, parameters.Format, parameters.Subformat));
        Assert.Equal((2, 48000, 1024L, 8192L), (parameters.Channels, parameters.Rate, parameters.PeriodSize, parameters.BufferSize));
        Assert.Equal(170.7, parameters.BufferTime!.Value.TotalMilliseconds, 0.1);
        Assert.Equal("S16_LE 48000 Hz 2", $"{parameters}");
    }

    [Fact]
    public void A_closed_one_and_one_without_setup_have_none()
    {
        PcmHardwareParameters closed = Of("closed\n"u8);
        Assert.Equal((false, null, "closed"), (closed.IsOpen, closed.Rate, $"{closed}"));
        Assert.Empty(closed.Additional);
        PcmHardwareParameters open = Of("no setup\n"u8);
        Assert.Equal((true, null, "no setup"), (open.IsOpen, open.Format, $"{open}"));
        Assert.Empty(open.Additional);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_the_fields_of_OSS_are_kept()
    {
        PcmHardwareParameters parameters = Of("format: S16_LE\nrate: fast (48000/1)\nOSS format: 16\n"u8);
        Assert.Equal(("S16_LE", null, null), (parameters.Format, parameters.Rate, parameters.BufferTime));
        Assert.Equal("Rate", Assert.Single(parameters.Unavailable.Keys));
        Assert.Equal("16", parameters.Additional["OSS format"]);
        Assert.Null(Of("rate: 0 (0/1)\nbuffer_size: 9\n"u8).BufferTime);
    }

    private static PcmHardwareParameters Of(ReadOnlySpan<byte> text) => PcmHardwareParameters.Parse(text, Sources.Of("asound/card0/pcm0p/sub0/hw_params"));
}
