using System.Globalization;

namespace ProcFs;

/// <summary>The lines of fdinfo that are not yet understood. Taking one removes it.</summary>
/// <param name="lines">The lines, in order.</param>
internal sealed class DescriptorLines(List<KeyValuePair<string, string>> lines)
{
    /// <summary>The lines that are left.</summary>
    public List<KeyValuePair<string, string>> Left => lines;

    /// <summary>The text of a key; null if there is none.</summary>
    public string? Take(string key)
    {
        int index = lines.FindIndex(line => line.Key == key);
        if (index < 0)
        {
            return null;
        }

        string value = lines[index].Value;
        lines.RemoveAt(index);
        return value;
    }

    /// <summary>The number of a key, decimal, or hexadecimal after 0x. A line with another text is left.</summary>
    public long? TakeNumber(string key)
    {
        int index = lines.FindIndex(line => line.Key == key);
        if (index < 0 || NumberOf(lines[index].Value) is not { } number)
        {
            return null;
        }

        lines.RemoveAt(index);
        return number;
    }

    /// <summary>The lines without a key that follow a key, and the number of which it states.</summary>
    public List<string> TakeList(string key)
    {
        int index = lines.FindIndex(line => line.Key == key);
        var items = new List<string>();
        if (TakeNumber(key) is not null)
        {
            while (index < lines.Count && lines[index].Key.Length == 0)
            {
                items.Add(lines[index].Value);
                lines.RemoveAt(index);
            }
        }

        return items;
    }

    private static long? NumberOf(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            ? long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long bits) ? bits : null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
