using ProcFs.Text;

namespace ProcFs.Grammar;

/// <content>Texts, lists and sets.</content>
internal static partial class Value
{
    /// <summary>The text without spaces and tabs around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && text[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && text[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        return text[start..end];
    }

    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out string text)
    {
        text = source.Intern(value);
        return true;
    }

    /// <summary>The words of a text, if any.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out string[] words)
    {
        words = new string[CountWords(value)];
        var scanner = new FieldScanner(value);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = source.Intern(scanner.Next());
        }

        return true;
    }

    /// <summary>Numbers separated by spaces or tabs, if any.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out uint[] numbers)
    {
        int count = CountWords(value);
        numbers = count == 0 ? [] : new uint[count];
        var scanner = new FieldScanner(value);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!Number.TryUInt32(scanner.Next(), out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, ProcSource, out uint[])"/>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out long[] numbers)
    {
        int count = CountWords(value);
        numbers = count == 0 ? [] : new long[count];
        var scanner = new FieldScanner(value);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!TryRead(scanner.Next(), source, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool TryList(ReadOnlySpan<byte> value, ProcSource source, out IndexSet indexes) =>
        source.TryIndexSet(value, isMask: false, out indexes);

    public static bool TryMask(ReadOnlySpan<byte> value, ProcSource source, out IndexSet indexes) =>
        source.TryIndexSet(value, isMask: true, out indexes);

    private const int DigitsOfMask = 16;

    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out SignalSet signals)
    {
        // MIPS has 128 signals, in 32 digits; the others have 64.
        ulong high = 0;
        bool isMips = value.Length == 2 * DigitsOfMask;
        bool parsed = (!isMips || Number.TryHex(value[..DigitsOfMask], out high)) & Number.TryHex(isMips ? value[DigitsOfMask..] : value, out ulong mask);
        signals = new SignalSet(mask) { High = high, Architecture = isMips ? "mips" : source.Root.Facts.Architecture };
        return parsed;
    }

    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out CapabilitySet capabilities)
    {
        bool parsed = Number.TryHex(value, out ulong mask);
        capabilities = new CapabilitySet(mask);
        return parsed;
    }

    /// <summary>The number of words in a text, separated by spaces or tabs.</summary>
    public static int CountWords(ReadOnlySpan<byte> value)
    {
        int count = 0;
        var scanner = new FieldScanner(value);
        while (!scanner.Next().IsEmpty)
        {
            count++;
        }

        return count;
    }
}
