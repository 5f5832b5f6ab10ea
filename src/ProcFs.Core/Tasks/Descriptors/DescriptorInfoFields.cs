using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Fields of fdinfo lines with several values: <c>wd:1 ino:3f sdev:800001 mask:fce</c>.</summary>
internal static class DescriptorInfoFields
{
    /// <summary>The word after a key and its colon; null if the line does not have it.</summary>
    public static string? Find(string line, string key)
    {
        for (int at = line.IndexOf(key, StringComparison.Ordinal); at >= 0; at = line.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            int colon = at + key.Length;
            if ((at == 0 || line[at - 1] == ' ') && colon < line.Length && line[colon] == ':')
            {
                string rest = line[(colon + 1)..].TrimStart();
                int end = rest.IndexOf(' ', StringComparison.Ordinal);
                return end < 0 ? rest : rest[..end];
            }
        }

        return null;
    }

    /// <summary>The hexadecimal number after a key; null if there is none.</summary>
    public static ulong? Hex(string line, string key) =>
        Find(line, key) is { } word && ulong.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number) ? number : null;

    /// <summary>The first word as a number; null if it is not one.</summary>
    public static int? First(string line) =>
        int.TryParse(line.Split(' ', 2)[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A device in the kernel's internal format, with 20 bits for the minor number, as both numbers: <c>8:1</c>.</summary>
    public static string? Device(ulong? device) => device is { } number ? $"{number >> 20}:{number & 0xFFFFF}" : null;

    /// <summary>Seconds and nanoseconds in parentheses: <c>(1, 250000000)</c>.</summary>
    public static TimeSpan Time(string value)
    {
        string[] parts = value.Trim('(', ')', ' ').Split(", ");
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long nanoseconds)
            ? Saturating.Time(((Int128)seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick), 1)
            : TimeSpan.Zero;
    }
}
