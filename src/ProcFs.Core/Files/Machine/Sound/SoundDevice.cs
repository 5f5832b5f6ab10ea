using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/asound/devices</c>: a sound device node. Source: snd_minor_info_read() of sound/core/sound.c.</summary>
public sealed class SoundDevice : ILine<SoundDevice>, IRow<SoundDevice>
{
    private SoundDevice()
    {
    }

    /// <summary>The minor number of the node.</summary>
    public required int Minor { get; init; }

    /// <summary>The number of the card; null for a node without a card, such as the timer.</summary>
    public required int? Card { get; init; }

    /// <summary>The number of the device on the card; null for a node of the whole card.</summary>
    public required int? Device { get; init; }

    /// <summary>The type: <c>digital audio playback</c>, <c>control</c>, <c>timer</c>.</summary>
    public required string Type { get; init; }

    static string ILine<SoundDevice>.Form => "a minor number, a card and what it is";

    internal static View View => new(
        typeof(SoundDevice),
        new(nameof(Minor), 6),
        new(nameof(Card), 5),
        new(nameof(Device), 6),
        new(nameof(Type)));

    /// <summary>The number and the type: <c>2 digital audio playback</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Minor} {Type}");

    static string IRow<SoundDevice>.NameOf(SoundDevice row) => $"{row.Minor}";

    /// <inheritdoc/>
    public static SoundDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // "  2: [ 0- 3]: digital audio playback", "  0: [ 0]   : control", " 33:        : timer"
        var parts = new FieldScanner(line);
        bool isMinor = Number.TryInt32(Value.Trim(parts.NextUntil((byte)':')), out int minor);
        ReadOnlySpan<byte> place = Value.Trim(parts.NextUntil((byte)':'));
        ReadOnlySpan<byte> type = Value.Trim(parts.Rest);
        bool isPlace = TryPlace(place, out int? card, out int? device);
        return isMinor && isPlace && !type.IsEmpty ? new SoundDevice { Minor = minor, Card = card, Device = device, Type = source.Intern(type) } : null;
    }

    private static bool TryPlace(ReadOnlySpan<byte> text, out int? card, out int? device)
    {
        (card, device) = (null, null);
        if (text.IsEmpty)
        {
            return true;
        }

        var parts = new FieldScanner(text.Trim("[]"u8));
        bool isCard = Number.TryInt32(Value.Trim(parts.NextUntil((byte)'-')), out int first);
        bool isDevice = Number.TryInt32(Value.Trim(parts.Rest), out int second);
        card = isCard ? first : null;
        device = isDevice ? second : null;
        return isCard && (isDevice || parts.Rest.IsEmpty);
    }
}
