using System.Collections;
using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Converts the mask of <c>coredump_filter</c>.</summary>
internal static class CoreDumpFilterText
{
    // The kernel writes eight hexadecimal digits, but would parse them as octal: it needs a leading 0x (kstrtouint).
    private const int Digits = 8;

    public static ParameterForm Form { get; } = new() { Parse = Parse, Format = Format };

    /// <summary>The flags; null for a kernel thread, which dumps no core and whose file is empty.</summary>
    /// <exception cref="ProcException">The text is not a mask.</exception>
    public static object Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ReadOnlySpan<byte> mask = text.TrimEnd((byte)'\n');
        if (mask.IsEmpty)
        {
            return null!;
        }

        return Number.TryHex(mask, out ulong flags) ? (CoreDumpFilter)flags : throw source.Malformed(1, mask, "a hexadecimal mask");
    }

    /// <summary>The mask for flags, for names of flags and for the text from the kernel; null for any other value.</summary>
    public static string? Format(object value)
    {
        if (value is not IEnumerable items || value is string)
        {
            return FlagsOf(value) is { } flags ? Mask(flags) : null;
        }

        CoreDumpFilter sum = CoreDumpFilter.None;
        foreach (object item in items)
        {
            if (FlagsOf(item) is not { } flags)
            {
                return null;
            }

            sum |= flags;
        }

        return Mask(sum);
    }

    private static string Mask(CoreDumpFilter flags) => $"0x{(ulong)flags:x}";

    private static CoreDumpFilter? FlagsOf(object? value) => value switch
    {
        CoreDumpFilter flags => flags,
        string { Length: Digits } text when text[0] == '0' && TryHex(text, out ulong mask) => (CoreDumpFilter)mask,
        string text when text.AsSpan().TrimStart() is [not ('-' or '+' or (>= '0' and <= '9')), ..]
            && Enum.TryParse(text, ignoreCase: true, out CoreDumpFilter named) => named,
        _ => null,
    };

    private static bool TryHex(string text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
