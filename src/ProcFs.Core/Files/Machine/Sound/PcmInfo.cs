using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/asound/card*/pcm*/info</c> of a playback or capture device, and that of one of its substreams. Source: snd_pcm_proc_info_read() of
/// sound/core/pcm.c.
/// </summary>
[Fields]
public sealed partial class PcmInfo : IRecord<PcmInfo>
{
    private PcmInfo()
    {
    }

    /// <summary>The number of the card.</summary>
    [Key("card")] public int? Card { get; private set; }

    /// <summary>The number of the device on the card.</summary>
    [Key("device")] public int? Device { get; private set; }

    /// <summary>The number of the substream.</summary>
    [Key("subdevice")] public int? Substream { get; private set; }

    /// <summary>The direction: <c>PLAYBACK</c>, <c>CAPTURE</c>.</summary>
    [Key("stream")] public string? Direction { get; private set; }

    /// <summary>The identification, which the driver chooses.</summary>
    [Key("id")] public string? Identification { get; private set; }

    /// <summary>The name of the device.</summary>
    [Key("name")] public string? Name { get; private set; }

    /// <summary>The name of the substream.</summary>
    [Key("subname")] public string? SubstreamName { get; private set; }

    /// <summary>The class: 0 generic, 1 multichannel, 2 modem, 3 digitizer.</summary>
    [Key("class")] public int? Class { get; private set; }

    /// <summary>The subclass: 0 generic mix, 1 multichannel mix.</summary>
    [Key("subclass")] public int? Subclass { get; private set; }

    /// <summary>The number of substreams of the device.</summary>
    [Key("subdevices_count")] public int? Substreams { get; private set; }

    /// <summary>The number of substreams that are not open.</summary>
    [Key("subdevices_avail")] public int? AvailableSubstreams { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PcmInfo),
        new(nameof(Card), 4),
        new(nameof(Device), 6),
        new(nameof(Substream), 9),
        new(nameof(Direction), 9),
        new(nameof(Name), 28),
        new(nameof(Substreams), 10),
        new(nameof(AvailableSubstreams), 19));

    /// <summary>The direction and the name: <c>PLAYBACK ALC255 Analog</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Direction} {Name}".Trim());

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static PcmInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = new PcmInfo();
        KeyValues.Read(text, info, source);
        return info;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
