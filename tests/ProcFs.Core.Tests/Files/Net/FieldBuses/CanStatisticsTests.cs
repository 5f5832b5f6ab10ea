using System.Text;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class CanStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Counters_and_rates_are_told_by_their_abbreviation()
    {
        CanStatistics statistics = NetFiles.Record<CanStatistics>(modern, "can/stats");
        Assert.Equal("120 frames sent, 4803 received", $"{statistics}");
        Assert.Equal((2401, 49, 1, 48), (statistics.FramesMatched, statistics.MatchRatio, statistics.SendRate, statistics.ReceiveRate));
        Assert.Equal((50, 2, 51), (statistics.CurrentMatchRatio, statistics.CurrentSendRate, statistics.CurrentReceiveRate));
        Assert.Equal((100, 10, 97), (statistics.MaximumMatchRatio, statistics.MaximumSendRate, statistics.MaximumReceiveRate));
        Assert.Equal((2, 5, 3, 1), (statistics.Receivers, statistics.MaximumReceivers, statistics.Resets, statistics.UserResets));
        Assert.Empty(statistics.Additional);
    }

    [Fact]
    public void Without_the_timer_there_are_no_rates()
    {
        CanStatistics statistics = Parse("\n        3 transmitted frames (TXF)\n        4 received frames (RXF)\n        0 matched frames (RXMF)\n\n        1 current receive list entries (CRCV)\n");
        Assert.Equal((3, 4, 0, 1), (statistics.FramesSent, statistics.FramesReceived, statistics.FramesMatched, statistics.Receivers));
        Assert.Null(statistics.SendRate);
        Assert.Null(statistics.Resets);
    }

    [Fact]
    public void An_odd_value_affects_only_its_property_and_an_unknown_line_is_kept()
    {
        CanStatistics statistics = Parse("        x transmitted frames (TXF)\n        4 received frames (RXF)\n        7 lost frames (LOST)\n");
        Assert.Equal((null, 4), (statistics.FramesSent, statistics.FramesReceived));
        Assert.Equal(UnavailableReason.Malformed, statistics.Unavailable["FramesSent"]);
        Assert.Equal("7", statistics.Additional["LOST"]);
    }

    private static CanStatistics Parse(string text)
    {
        using var root = new TemporaryRoot();
        return CanStatistics.Parse(Encoding.UTF8.GetBytes(text), new ProcSource(root.Root, "net/can/stats"));
    }
}
