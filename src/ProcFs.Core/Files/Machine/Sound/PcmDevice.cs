using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/asound/pcm</c>: a playback or recording device of a sound card. Source: snd_pcm_proc_read() of sound/core/pcm.c.</summary>
public sealed class PcmDevice : ILine<PcmDevice>, IRow<PcmDevice>
{
    private PcmDevice()
    {
    }

    /// <summary>The number of the card.</summary>
    public required int Card { get; init; }

    /// <summary>The number of the device on the card.</summary>
    public required int Device { get; init; }

    /// <summary>The short name: <c>HDMI 0</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of playback streams; null if it cannot play.</summary>
    public required int? PlaybackStreams { get; init; }

    /// <summary>The number of recording streams; null if it cannot record.</summary>
    public required int? CaptureStreams { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<PcmDevice>.Form => "a card and a device, names and numbers of streams";

    internal static View View => new(
        typeof(PcmDevice),
        new(nameof(Card), 5),
        new(nameof(Device), 6),
        new(nameof(Identifier), 20),
        new(nameof(Name), 28),
        new(nameof(PlaybackStreams), 15),
        new(nameof(CaptureStreams), 14));

    /// <summary>The two numbers and the name: <c>0-3 HDMI 0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Card}-{Device} {Name}");

    static string IRow<PcmDevice>.NameOf(PcmDevice row) => $"{row.Card}-{row.Device}";

    /// <inheritdoc/>
    public static PcmDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // "00-03: HDMI 0 : HDMI 0 : playback 1 : capture 1"
        int colon = line.IndexOf(": "u8);
        var place = new FieldScanner(colon < 0 ? default : line[..colon]);
        if (!Number.TryInt32(place.NextUntil((byte)'-'), out int card) | !Number.TryInt32(place.Rest, out int device))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = line[(colon + 2)..];
        var missing = default(UnavailableFields);
        int? capture = TakeStreams(ref rest, " : capture "u8, nameof(CaptureStreams), ref missing);
        int? playback = TakeStreams(ref rest, " : playback "u8, nameof(PlaybackStreams), ref missing);
        int middle = rest.IndexOf(" : "u8);
        return new PcmDevice
        {
            Card = card,
            Device = device,
            Identifier = source.Intern(Value.Trim(middle < 0 ? rest : rest[..middle])),
            Name = source.Intern(Value.Trim(middle < 0 ? default : rest[(middle + 3)..].TrimEnd(" :"u8))),
            PlaybackStreams = playback,
            CaptureStreams = capture,
            Unavailable = missing.ToDictionary(),
        };
    }

    // The last of these in the line is used.
    private static int? TakeStreams(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> key, string property, ref UnavailableFields missing)
    {
        int place = rest.LastIndexOf(key);
        bool isNumber = Number.TryInt32(place < 0 ? default : Value.Trim(rest[(place + key.Length)..]), out int count);
        missing.Add(property, place < 0 || isNumber ? null : UnavailableReason.Malformed);
        rest = place < 0 ? rest : rest[..place];
        return isNumber ? count : null;
    }
}
