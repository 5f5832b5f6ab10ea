using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/asound/card*/eld*</c>: what the display at an audio port can play (ELD). Source: snd_hdmi_print_eld_info() of sound/pci/hda/hda_eld.c.
/// </summary>
[Fields]
public sealed partial class DisplaySound : IRecord<DisplaySound>
{
    private DisplaySound()
    {
    }

    /// <summary>Whether a display is attached.</summary>
    [Key("monitor_present")] public bool? IsPresent { get; private set; }

    /// <summary>Whether the display has told what it can play; the further properties are null if not.</summary>
    [Key("eld_valid")] public bool? IsValid { get; private set; }

    /// <summary>The pin of the codec; null before Linux 5.11.</summary>
    [Key("codec_pin_nid", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Pin { get; private set; }

    /// <summary>The device at the pin; null before Linux 5.11.</summary>
    [Key("codec_dev_id", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Device { get; private set; }

    /// <summary>The converter of the codec; null before Linux 5.11.</summary>
    [Key("codec_cvt_nid", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Converter { get; private set; }

    /// <summary>The name of the display.</summary>
    [Key("monitor_name")] public string? Name { get; private set; }

    /// <summary>The connection: <c>HDMI</c>, <c>DisplayPort</c>.</summary>
    [Key("connection_type")] public string? Connection { get; private set; }

    /// <summary>The version of the data, as the kernel writes it: <c>[0x2] CEA-861D or below</c>.</summary>
    [Key("eld_version")] public string? Version { get; private set; }

    /// <summary>The version of the display's own data, as the kernel writes it: <c>[0x3] CEA-861-B, C or D</c>.</summary>
    [Key("edid_version")] public string? EdidVersion { get; private set; }

    /// <summary>The number of the maker.</summary>
    [Key("manufacture_id", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Maker { get; private set; }

    /// <summary>The number of the product.</summary>
    [Key("product_id", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Product { get; private set; }

    /// <summary>The number of the port.</summary>
    [Key("port_id", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Port { get; private set; }

    /// <summary>Whether it supports copy protection (HDCP).</summary>
    [Key("support_hdcp")] public bool? HasCopyProtection { get; private set; }

    /// <summary>Whether it takes further information with the sound (ACP, ISRC).</summary>
    [Key("support_ai")] public bool? TakesInformation { get; private set; }

    /// <summary>The delay of the sound against the picture, in units of 2 ms.</summary>
    [Key("audio_sync_delay")] public int? Delay { get; private set; }

    /// <summary>The loudspeakers: <c>FL/FR</c>, <c>LFE</c>, <c>FC</c>.</summary>
    [Key("speakers", Parser = nameof(TryMask))] public string[]? Speakers { get; private set; }

    /// <summary>The number of formats, which are in <see cref="Additional"/>: <c>sad0_coding_type</c>, <c>sad0_channels</c>, <c>sad0_rates</c>.</summary>
    [Key("sad_count")] public int? Formats { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DisplaySound),
        new(nameof(Name), 20),
        new(nameof(IsPresent), 9),
        new(nameof(IsValid), 7),
        new(nameof(Connection), 12),
        new(nameof(Formats), 7),
        new(nameof(Speakers), 0));

    /// <summary>The name of the display.</summary>
    public override string ToString() => DisplayText.Escape(Name ?? "no display");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static DisplaySound Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new DisplaySound();
        KeyValues.Read(text, record, source, KeyValues.Blank);
        return record;
    }

    // "[0x1] FL/FR", "[0x4f] FL/FR LFE FC RL/RR"
    private static bool TryMask(ReadOnlySpan<byte> value, ProcSource source, out string[]? names)
    {
        int end = value.IndexOf((byte)']');
        bool parsed = Value.TryRead(value[(end + 1)..], source, out string[] words);
        names = parsed && end > 0 ? words : null;
        return names is not null;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
