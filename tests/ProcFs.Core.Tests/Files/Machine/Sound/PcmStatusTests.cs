using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PcmStatusTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_running_substream_has_an_owner_and_positions()
    {
        PcmStatus status = Of(File.ReadAllBytes(modern.Root.PathOf("asound/card0/pcm0p/sub0/status")));
        Assert.Equal((true, "RUNNING", 4242, "RUNNING 4242"), (status.IsOpen, status.State, status.OwnerId, $"{status}"));
        Assert.Equal((7168L, 1024L, 2048L, 96256UL, 103424UL), (status.Delay, status.Available, status.MaximumAvailable, status.HardwarePosition, status.ProgramPosition));
        Assert.Equal(1234.567890, status.TriggerTime!.Value.TotalSeconds, 0.00001);
        Assert.Empty(status.Additional);
    }

    [Fact]
    public void A_closed_one_has_no_state_and_an_odd_value_affects_only_itself()
    {
        Assert.Equal((false, null, "closed"), (Of("closed\n"u8).IsOpen, Of("closed\n"u8).State, $"{Of("closed\n"u8)}"));
        PcmStatus odd = Of("state: XRUN\nowner_pid   : none\ndelay       : -3\n-----\nhw_ptr      : 1\n"u8);
        Assert.Equal(("XRUN", null, -3L, 1UL), (odd.State, odd.OwnerId, odd.Delay, odd.HardwarePosition));
        Assert.Equal("OwnerId", Assert.Single(odd.Unavailable.Keys));
    }

    private static PcmStatus Of(ReadOnlySpan<byte> text) => PcmStatus.Parse(text, Sources.Of("asound/card0/pcm0p/sub0/status"));
}
