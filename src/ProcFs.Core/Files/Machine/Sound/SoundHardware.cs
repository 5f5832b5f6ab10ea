using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/asound/hwdep</c>: a device with a driver-specific interface. Source: snd_hwdep_proc_read() of sound/core/hwdep.c.</summary>
public sealed class SoundHardware : ILine<SoundHardware>, IRow<SoundHardware>
{
    private SoundHardware()
    {
    }

    /// <summary>The number of the card.</summary>
    public required int Card { get; init; }

    /// <summary>The number of the device on the card.</summary>
    public required int Device { get; init; }

    /// <summary>The name: <c>HDA Codec 0</c>.</summary>
    public required string Name { get; init; }

    static string ILine<SoundHardware>.Form => "a card and a device, and a name";

    internal static View View => new(
        typeof(SoundHardware),
        new(nameof(Card), 5),
        new(nameof(Device), 6),
        new(nameof(Name)));

    /// <summary>The two numbers and the name.</summary>
    public override string ToString() => DisplayText.Escape($"{Card}-{Device} {Name}");

    static string IRow<SoundHardware>.NameOf(SoundHardware row) => $"{row.Card}-{row.Device}";

    /// <inheritdoc/>
    public static SoundHardware? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int colon = line.IndexOf((byte)':');
        var place = new FieldScanner(colon < 0 ? default : line[..colon]);
        return Number.TryInt32(place.NextUntil((byte)'-'), out int card) & Number.TryInt32(place.Rest, out int device)
            ? new SoundHardware { Card = card, Device = device, Name = source.Intern(Value.Trim(line[(colon + 1)..])) }
            : null;
    }
}
