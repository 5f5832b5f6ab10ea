using SetterText = System.Runtime.CompilerServices.CallerArgumentExpressionAttribute;

namespace ProcFs.Text;

/// <summary>
/// The kinds of value that files of keys and values hold: a line of a <see cref="KeyedFields{T}"/> table each. The property that a key sets is told by
/// the setter's own text.
/// </summary>
/// <typeparam name="T">The object that the file is read into.</typeparam>
internal static class FieldsOf<T>
{
    public static KeyedFields<T>.Field Text(string key, Action<T, string> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "text", setter, (target, value, source) =>
        {
            set(target, source.Intern(value));
            return true;
        });

    /// <summary>A name, exact, in which newline and backslash are written as <c>\n</c> and <c>\\</c>.</summary>
    public static KeyedFields<T>.Field EscapedText(string key, Action<T, string> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "text", setter, (target, value, _) =>
        {
            set(target, BackslashEscapes.Decode(value));
            return true;
        })
        {
            KeepsSpaces = true,
        };

    public static KeyedFields<T>.Field Int32(string key, Action<T, int> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a number", setter, (target, value, _) =>
        {
            bool parsed = Number.TryInt32(value, out int number);
            set(target, number);
            return parsed;
        });

    public static KeyedFields<T>.Field Int64(string key, Action<T, long> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a number", setter, (target, value, _) =>
        {
            bool parsed = Number.TryInt64(value, out long number);
            set(target, number);
            return parsed;
        });

    /// <summary>0 or 1.</summary>
    public static KeyedFields<T>.Field Flag(string key, Action<T, bool> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "0 or 1", setter, (target, value, _) =>
        {
            set(target, value is [(byte)'1']);
            return value is [(byte)'0' or (byte)'1'];
        });

    /// <summary>A size as "12 kB", which means 1024 bytes each; the target gets bytes.</summary>
    public static KeyedFields<T>.Field Size(string key, Action<T, long> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a size in kB", setter, (target, value, _) =>
        {
            if (!value.EndsWith(" kB"u8) || !Number.TryInt64(value[..^3], out long kibibytes) || kibibytes is < 0 or > long.MaxValue / 1024)
            {
                return false;
            }

            set(target, kibibytes * 1024);
            return true;
        });

    /// <summary>A mask of 64 bits in hexadecimal.</summary>
    public static KeyedFields<T>.Field Mask(string key, Action<T, ulong> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a hexadecimal mask", setter, (target, value, _) =>
        {
            bool parsed = Number.TryHex(value, out ulong mask);
            set(target, mask);
            return parsed;
        });

    /// <summary>Octal digits.</summary>
    public static KeyedFields<T>.Field Octal(string key, Action<T, int> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "an octal number", setter, (target, value, _) =>
        {
            bool parsed = Number.TryOctal(value, out long number);
            set(target, (int)number);
            return parsed;
        });

    /// <summary>Numbers with spaces or tabs between them; there may be none.</summary>
    public static KeyedFields<T>.Field Numbers(string key, Action<T, uint[]> set, int count = -1, [SetterText(nameof(set))] string setter = "") =>
        new(key, count < 0 ? "numbers" : $"{count} numbers", setter, (target, value, _) =>
        {
            if (!TryNumbers(value, out uint[] numbers))
            {
                return false;
            }

            set(target, numbers);
            return count < 0 || numbers.Length == count;
        });

    /// <summary>Numbers and ranges as "0-3,8".</summary>
    public static KeyedFields<T>.Field List(string key, Action<T, IndexSet> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a list such as 0-3,8", setter, (target, value, source) =>
        {
            bool parsed = source.TryIndexSet(value, isMask: false, out IndexSet indexes);
            set(target, indexes);
            return parsed;
        });

    /// <summary>A mask in groups of 32 bits, as "ff,ffffffff".</summary>
    public static KeyedFields<T>.Field GroupedMask(string key, Action<T, IndexSet> set, [SetterText(nameof(set))] string setter = "") =>
        new(key, "a hexadecimal mask", setter, (target, value, source) =>
        {
            bool parsed = source.TryIndexSet(value, isMask: true, out IndexSet indexes);
            set(target, indexes);
            return parsed;
        });

    private static bool TryNumbers(ReadOnlySpan<byte> value, out uint[] numbers)
    {
        int count = 0;
        var scanner = new FieldScanner(value);
        while (!scanner.Next().IsEmpty)
        {
            count++;
        }

        numbers = count == 0 ? [] : new uint[count];
        scanner = new FieldScanner(value);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!Number.TryUInt32(scanner.Next(), out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }
}
