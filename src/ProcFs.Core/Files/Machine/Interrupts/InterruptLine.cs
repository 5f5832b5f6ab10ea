using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The text after the counts of an interrupt line, parsed in place: <c>IO-APIC 5-edge ACPI:Ged</c>, <c>GICv3 27 Level arch_timer</c>, and on older kernels
/// <c>IO-APIC-fasteoi eth0</c>.
/// </summary>
internal readonly ref struct InterruptLine
{
    public ReadOnlySpan<byte> Chip { get; private init; }

    public long? HardwareNumber { get; private init; }

    /// <summary>Whether the text in the place of that number is not a number.</summary>
    public bool IsNumberOdd { get; private init; }

    public ReadOnlySpan<byte> Trigger { get; private init; }

    public ReadOnlySpan<byte> Flow { get; private init; }

    public ReadOnlySpan<byte> Devices { get; private init; }

    public static InterruptLine Parse(ReadOnlySpan<byte> text)
    {
        var words = new FieldScanner(text);
        ReadOnlySpan<byte> chip = words.Next();
        bool isNumbered = TakeNumber(ref words, out ReadOnlySpan<byte> digits, out ReadOnlySpan<byte> flow);
        if (!isNumbered && HasSecondWord(text, chip.Length))
        {
            FieldScanner behind = words;
            behind.Next();
            int end = text.Length - behind.Rest.Length;
            isNumbered = TakeNumber(ref behind, out digits, out flow);
            chip = isNumbered ? text[..end] : chip;
            words = isNumbered ? behind : words;
        }

        ReadOnlySpan<byte> trigger = TakeTrigger(ref words);
        flow = flow.IsEmpty ? TakeFlow(ref words) : flow;
        int dash = isNumbered || !flow.IsEmpty ? -1 : chip.LastIndexOf((byte)'-');
        bool isAtChip = dash > 0 && IsFlow(chip[(dash + 1)..]);
        bool isNumber = Number.TryInt64(digits, out long number) && number >= 0;
        return new InterruptLine
        {
            Chip = isAtChip ? chip[..dash] : chip,
            HardwareNumber = isNumber ? number : null,
            IsNumberOdd = isNumbered && !isNumber,
            Trigger = trigger,
            Flow = isAtChip ? chip[(dash + 1)..] : flow,
            Devices = Value.Trim(words.Rest),
        };
    }

    // "SiFive PLIC"; at least two spaces precede a device.
    private static bool HasSecondWord(ReadOnlySpan<byte> text, int end) => end + 1 < text.Length && text[end] == ' ' && text[end + 1] != ' ';

    // "5", "5-edge"; other text is in the place of a number if a flow or a trigger follows.
    private static bool TakeNumber(scoped ref FieldScanner words, out ReadOnlySpan<byte> digits, out ReadOnlySpan<byte> flow)
    {
        FieldScanner behind = words;
        ReadOnlySpan<byte> word = behind.Next();
        int dash = word.LastIndexOf((byte)'-');
        bool hasFlow = dash > 0 && (IsFlow(word[(dash + 1)..]) || !word[..dash].ContainsAnyExceptInRange((byte)'0', (byte)'9'));
        FieldScanner next = behind;
        bool isTaken = hasFlow || !TakeTrigger(ref next).IsEmpty || (!word.IsEmpty && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9'));
        digits = isTaken ? word[..(hasFlow ? dash : word.Length)] : default;
        flow = isTaken && hasFlow ? word[(dash + 1)..] : default;
        words = isTaken ? behind : words;
        return isTaken;
    }

    private static ReadOnlySpan<byte> TakeTrigger(scoped ref FieldScanner words)
    {
        FieldScanner behind = words;
        ReadOnlySpan<byte> word = behind.Next();
        bool isTrigger = word.SequenceEqual("Edge"u8) || word.SequenceEqual("Level"u8);
        words = isTrigger ? behind : words;
        return isTrigger ? word : default;
    }

    // "-fasteoi" if the kernel reports the trigger too.
    private static ReadOnlySpan<byte> TakeFlow(scoped ref FieldScanner words)
    {
        FieldScanner behind = words;
        ReadOnlySpan<byte> word = behind.Next();
        bool isFlow = word.Length > 1 && word[0] == '-';
        words = isFlow ? behind : words;
        return isFlow ? word[1..] : default;
    }

    // Names passed to irq_set_handler() in the kernel.
    private static bool IsFlow(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("edge"u8) || name.SequenceEqual("level"u8) || name.SequenceEqual("fasteoi"u8) || name.SequenceEqual("percpu"u8);
}
