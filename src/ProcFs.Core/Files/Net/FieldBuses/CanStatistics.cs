using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/can/stats</c>: counters and rates of CAN frames in the network namespace. The rates are null where the kernel does not calculate them
/// (the parameter <c>stats_timer</c> of the module <c>can</c> is 0). Source: can_stats_proc_show() of net/can/proc.c.
/// </summary>
[Fields]
public sealed partial class CanStatistics : IRecord<CanStatistics>
{
    private CanStatistics()
    {
    }

    /// <summary>Frames sent.</summary>
    [Key("TXF")] public long? FramesSent { get; private set; }

    /// <summary>Frames received.</summary>
    [Key("RXF")] public long? FramesReceived { get; private set; }

    /// <summary>Received frames passed to receivers; a frame counts for each of them.</summary>
    [Key("RXMF")] public long? FramesMatched { get; private set; }

    /// <summary>Matched frames as a percentage of received frames, since the counters began.</summary>
    [Key("RXMR"), Unit(Unit.Percent)] public long? MatchRatio { get; private set; }

    /// <summary>Frames sent per second, since the counters began.</summary>
    [Key("TXR"), Unit(Unit.PerSecond)] public long? SendRate { get; private set; }

    /// <summary>Frames received per second, since the counters began.</summary>
    [Key("RXR"), Unit(Unit.PerSecond)] public long? ReceiveRate { get; private set; }

    /// <summary>Matched frames as a percentage of received frames, in the last second with frames.</summary>
    [Key("CRXMR"), Unit(Unit.Percent)] public long? CurrentMatchRatio { get; private set; }

    /// <summary>Frames sent in the last second.</summary>
    [Key("CTXR"), Unit(Unit.PerSecond)] public long? CurrentSendRate { get; private set; }

    /// <summary>Frames received in the last second.</summary>
    [Key("CRXR"), Unit(Unit.PerSecond)] public long? CurrentReceiveRate { get; private set; }

    /// <summary>The highest percentage of matched frames in a second.</summary>
    [Key("MRXMR"), Unit(Unit.Percent)] public long? MaximumMatchRatio { get; private set; }

    /// <summary>The most frames sent in a second.</summary>
    [Key("MTXR"), Unit(Unit.PerSecond)] public long? MaximumSendRate { get; private set; }

    /// <summary>The most frames received in a second.</summary>
    [Key("MRXR"), Unit(Unit.PerSecond)] public long? MaximumReceiveRate { get; private set; }

    /// <summary>Entries of the receive lists.</summary>
    [Key("CRCV")] public long? Receivers { get; private set; }

    /// <summary>The most entries of the receive lists at any time.</summary>
    [Key("MRCV")] public long? MaximumReceivers { get; private set; }

    /// <summary>How often the counters were reset; null if never.</summary>
    [Key("STR")] public long? Resets { get; private set; }

    /// <summary>How often the counters were reset by a reader of <c>reset_stats</c>; null if never.</summary>
    [Key("USTR")] public long? UserResets { get; private set; }

    /// <summary>Lines unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CanStatistics),
        new(nameof(FramesSent), 10),
        new(nameof(FramesReceived), 14),
        new(nameof(FramesMatched), 13),
        new(nameof(MatchRatio), 10),
        new(nameof(CurrentSendRate), 15),
        new(nameof(CurrentReceiveRate), 18),
        new(nameof(Receivers), 9));

    /// <summary>The frames: <c>12 frames sent, 9 received</c>.</summary>
    public override string ToString() => $"{FramesSent} frames sent, {FramesReceived} received";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static CanStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new CanStatistics();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            if (!line.IsEmpty)
            {
                record.Take(line, source);
            }
        }

        return record;
    }

    // "12 frames/s total tx rate (TXR)": the value, its unit, a description and the name.
    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> value = words.Next();
        int open = line.LastIndexOf((byte)'(');
        ReadOnlySpan<byte> key = open < 0 ? Value.Trim(words.Rest) : line[(open + 1)..].TrimEnd((byte)')');
        IFields fields = this;
        int index = fields.Keys.IndexOf(key, 0);
        if (index >= 0)
        {
            fields.Set(index, value, source);
        }
        else
        {
            fields.Keep(key, value, source);
        }
    }
}
