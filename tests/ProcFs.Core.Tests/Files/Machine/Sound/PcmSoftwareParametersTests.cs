using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PcmSoftwareParametersTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_open_substream_has_thresholds()
    {
        PcmSoftwareParameters parameters = Of(File.ReadAllBytes(modern.Root.PathOf("asound/card0/pcm0p/sub0/sw_params")));
        Assert.Equal((true, "ENABLE", 1024L, 8192L), (parameters.IsOpen, parameters.TimestampMode, parameters.MinimumAvailable, parameters.StartThreshold));
        Assert.Equal((1UL << 62, 1UL << 62, 0UL), (parameters.StopThreshold, parameters.Boundary, parameters.SilenceSize));
        Assert.Equal("start at 8192", $"{parameters}");
    }

    [Fact]
    public void A_closed_one_has_none_and_an_odd_value_affects_only_itself()
    {
        Assert.Equal((false, null, "closed"), (Of("closed\n"u8).IsOpen, Of("closed\n"u8).StartThreshold, $"{Of("closed\n"u8)}"));
        PcmSoftwareParameters odd = Of("avail_min: many\nperiod_step: 1\nxfer_align: 1\n"u8);
        Assert.Equal((null, 1, "1"), (odd.MinimumAvailable, odd.PeriodStep, odd.Additional["xfer_align"]));
        Assert.Equal("MinimumAvailable", Assert.Single(odd.Unavailable.Keys));
    }

    private static PcmSoftwareParameters Of(ReadOnlySpan<byte> text) => PcmSoftwareParameters.Parse(text, Sources.Of("asound/card0/pcm0p/sub0/sw_params"));
}
