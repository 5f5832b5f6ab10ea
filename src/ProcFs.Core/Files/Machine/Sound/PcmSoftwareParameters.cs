using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/asound/card*/pcm*/sub*/sw_params</c>: the thresholds of an open substream, in frames; null if it is closed or not set up yet. Source:
/// snd_pcm_substream_proc_sw_params_read() of sound/core/pcm.c.
/// </summary>
[Fields]
public sealed partial class PcmSoftwareParameters : IRecord<PcmSoftwareParameters>
{
    private PcmSoftwareParameters()
    {
    }

    /// <summary>Whether a program has the substream open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the position has a time: <c>NONE</c>, <c>ENABLE</c> (<c>MMAP</c> on old kernels).</summary>
    [Key("tstamp_mode")] public string? TimestampMode { get; private set; }

    /// <summary>The number of periods between two interrupts.</summary>
    [Key("period_step")] public int? PeriodStep { get; private set; }

    /// <summary>The available frames that wake the program.</summary>
    [Key("avail_min")] public long? MinimumAvailable { get; private set; }

    /// <summary>The frames in the buffer that start the stream.</summary>
    [Key("start_threshold")] public long? StartThreshold { get; private set; }

    /// <summary>The available frames that stop it: an underrun, or an overrun.</summary>
    [Key("stop_threshold")] public ulong? StopThreshold { get; private set; }

    /// <summary>The distance to an underrun at which silence is filled in.</summary>
    [Key("silence_threshold")] public ulong? SilenceThreshold { get; private set; }

    /// <summary>The amount of silence to fill in.</summary>
    [Key("silence_size")] public ulong? SilenceSize { get; private set; }

    /// <summary>The position at which the pointers wrap.</summary>
    [Key("boundary")] public ulong? Boundary { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PcmSoftwareParameters),
        new(nameof(IsOpen), 6),
        new(nameof(MinimumAvailable), 16),
        new(nameof(StartThreshold), 14),
        new(nameof(StopThreshold), 14),
        new(nameof(SilenceThreshold), 16),
        new(nameof(SilenceSize), 11));

    /// <summary>The threshold to start: <c>start at 8192</c>; <c>closed</c>.</summary>
    public override string ToString() => !IsOpen ? "closed" : StartThreshold is { } start ? $"start at {start}" : "no setup";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static PcmSoftwareParameters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parameters = new PcmSoftwareParameters { IsOpen = PcmText.IsOpen(text) };
        KeyValues.Read(PcmText.Fields(text), parameters, source);
        return parameters;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
