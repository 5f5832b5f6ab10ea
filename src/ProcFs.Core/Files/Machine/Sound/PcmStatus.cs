using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/asound/card*/pcm*/sub*/status</c>: the state and the position of an open substream; null if it is closed. Source:
/// snd_pcm_substream_proc_status_read() of sound/core/pcm.c.
/// </summary>
[Fields]
public sealed partial class PcmStatus : IRecord<PcmStatus>
{
    private PcmStatus()
    {
    }

    /// <summary>Whether a program has the substream open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The state: <c>OPEN</c>, <c>SETUP</c>, <c>PREPARED</c>, <c>RUNNING</c>, <c>XRUN</c>, <c>DRAINING</c>, <c>PAUSED</c>, <c>SUSPENDED</c>.</summary>
    [Key("state")] public string? State { get; private set; }

    /// <summary>The process that opened it.</summary>
    [Key("owner_pid")] public int? OwnerId { get; private set; }

    /// <summary>When it was started or stopped, by the clock that the program chose.</summary>
    [Key("trigger_time", Scale.Seconds)] public TimeSpan? TriggerTime { get; private set; }

    /// <summary>When the position was taken, by the same clock; 0 without one.</summary>
    [Key("tstamp", Scale.Seconds)] public TimeSpan? Timestamp { get; private set; }

    /// <summary>The frames between the program and the sound.</summary>
    [Key("delay")] public long? Delay { get; private set; }

    /// <summary>The frames that the program can write or read now.</summary>
    [Key("avail")] public long? Available { get; private set; }

    /// <summary>The most frames that were available since the last status.</summary>
    [Key("avail_max")] public long? MaximumAvailable { get; private set; }

    /// <summary>The position of the hardware, in frames; it wraps at the boundary.</summary>
    [Key("hw_ptr")] public ulong? HardwarePosition { get; private set; }

    /// <summary>The position of the program, in frames.</summary>
    [Key("appl_ptr")] public ulong? ProgramPosition { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PcmStatus),
        new(nameof(IsOpen), 6),
        new(nameof(State), 10),
        new(nameof(OwnerId), 7),
        new(nameof(Delay), 8),
        new(nameof(Available), 9),
        new(nameof(MaximumAvailable), 16),
        new(nameof(HardwarePosition), 16),
        new(nameof(ProgramPosition), 15));

    /// <summary>The state and the owner: <c>RUNNING 4242</c>; <c>closed</c>.</summary>
    public override string ToString() => IsOpen ? DisplayText.Escape($"{State} {OwnerId}".Trim()) : "closed";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static PcmStatus Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var status = new PcmStatus { IsOpen = PcmText.IsOpen(text) };
        // A line of dashes precedes the positions.
        int dashes = text.IndexOf("\n-----\n"u8);
        KeyValues.Read(PcmText.Fields(dashes < 0 ? text : text[..(dashes + 1)]), status, source);
        KeyValues.Read(dashes < 0 ? [] : text[(dashes + "\n-----\n"u8.Length)..], status, source);
        return status;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
