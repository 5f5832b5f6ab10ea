using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models two lines of <c>/proc/asound/cards</c>: a sound card. Without a card, the file has the line <c>--- no soundcards ---</c>, and there are no rows. Source:
/// snd_card_info_read() of sound/core/init.c.
/// </summary>
public sealed class SoundCard : ITable<SoundCard>
{
    private const string Form = "a number, a short name in brackets, a driver and a name";

    private SoundCard()
    {
    }

    /// <summary>The number of the card.</summary>
    public required int Number { get; init; }

    /// <summary>The id by which programs select it: <c>PCH</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The driver: <c>HDA-Intel</c>.</summary>
    public required string Driver { get; init; }

    /// <summary>The name: <c>HDA Intel PCH</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name with the location: <c>HDA Intel PCH at 0xb1230000 irq 135</c>; null if the file does not include it.</summary>
    public string? LongName { get; private set; }

    internal static View View => new(
        typeof(SoundCard),
        new(nameof(Number), 6),
        new(nameof(Identifier), 16),
        new(nameof(Driver), 16),
        new(nameof(Name), 28),
        new(nameof(LongName)));

    /// <summary>The number and the name: <c>0 HDA Intel PCH</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Name}");

    static string IRow<SoundCard>.NameOf(SoundCard row) => $"card{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SoundCard, bool> emit) =>
        Blocks.Read(source, static line => IsCard(line), (block, firstLine) =>
        {
            ReadOnlySpan<byte> line = Blocks.FirstLine(block);
            return line.StartsWith("--- no soundcards"u8) || emit(Parse(block, source) ?? throw source.Malformed(firstLine, line, Form));
        });

    // " 0 [PCH            ]: HDA-Intel - HDA Intel PCH"
    private static bool IsCard(ReadOnlySpan<byte> line) => line.IndexOf(" ["u8) > 0 && line.IndexOf("]: "u8) > 0;

    private static SoundCard? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        ReadOnlySpan<byte> line = lines.Line;
        int open = line.IndexOf((byte)'[');
        int close = line.IndexOf("]: "u8);
        if (close < open || open < 0 || !Text.Number.TryInt32(Value.Trim(line[..open]), out int number))
        {
            return null;
        }

        ReadOnlySpan<byte> driver = line[(close + 3)..];
        int dash = driver.IndexOf(" - "u8);
        var card = new SoundCard
        {
            Number = number,
            Identifier = source.Intern(Value.Trim(line[(open + 1)..close])),
            Driver = source.Intern(dash < 0 ? driver : driver[..dash]),
            Name = source.Intern(dash < 0 ? default : driver[(dash + 3)..]),
        };
        card.LongName = lines.Next() ? source.Intern(Value.Trim(lines.Line)) : null;
        return card;
    }
}
