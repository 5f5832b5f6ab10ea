using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/asound/card*/pcm*/sub*/hw_params</c>: the format, rate and buffer of an open substream; null if it is closed or not set up yet. Source:
/// snd_pcm_substream_proc_hw_params_read() of sound/core/pcm.c.
/// </summary>
[Fields]
public sealed partial class PcmHardwareParameters : IRecord<PcmHardwareParameters>
{
    private PcmHardwareParameters()
    {
    }

    /// <summary>Whether a program has the substream open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How the program accesses the buffer: <c>MMAP_INTERLEAVED</c>, <c>RW_INTERLEAVED</c>.</summary>
    [Key("access")] public string? Access { get; private set; }

    /// <summary>The format of a sample: <c>S16_LE</c>.</summary>
    [Key("format")] public string? Format { get; private set; }

    /// <summary>The variant of the format: <c>STD</c>.</summary>
    [Key("subformat")] public string? Subformat { get; private set; }

    /// <summary>The number of channels.</summary>
    [Key("channels")] public int? Channels { get; private set; }

    /// <summary>The sample rate, in Hz.</summary>
    [Key("rate", Parser = nameof(TryRate))] public int? Rate { get; private set; }

    /// <summary>The size of a period, in frames; the hardware interrupts once per period.</summary>
    [Key("period_size")] public long? PeriodSize { get; private set; }

    /// <summary>The size of the buffer, in frames.</summary>
    [Key("buffer_size")] public long? BufferSize { get; private set; }

    /// <summary>The duration of the buffer: the longest delay.</summary>
    [Unit(Unit.Duration)] public TimeSpan? BufferTime => Rate > 0 && BufferSize >= 0 ? TimeSpan.FromSeconds(Math.Min((double)BufferSize.Value / Rate.Value, 1e9)) : null;

    /// <summary>Fields unknown to this version, as text, such as those of the OSS emulation.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PcmHardwareParameters),
        new(nameof(IsOpen), 6),
        new(nameof(Format), 10),
        new(nameof(Rate), 7),
        new(nameof(Channels), 8),
        new(nameof(PeriodSize), 10),
        new(nameof(BufferSize), 10),
        new(nameof(BufferTime), 10),
        new(nameof(Access), 20));

    /// <summary>The format, rate and channels: <c>S16_LE 48000 Hz 2</c>; <c>closed</c>.</summary>
    public override string ToString() =>
        !IsOpen ? "closed" : Format is null ? "no setup" : DisplayText.Escape(string.Create(CultureInfo.InvariantCulture, $"{Format} {Rate} Hz {Channels}"));

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static PcmHardwareParameters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parameters = new PcmHardwareParameters { IsOpen = PcmText.IsOpen(text) };
        KeyValues.Read(PcmText.Fields(text), parameters, source);
        return parameters;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;

    // "48000 (48000/1)": the number, and the exact fraction.
    private static bool TryRate(ReadOnlySpan<byte> value, ProcSource source, out int? rate)
    {
        bool parsed = Number.TryInt32(new FieldScanner(value).Next(), out int number);
        rate = number;
        return parsed;
    }
}
