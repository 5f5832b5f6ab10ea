using System.Globalization;

namespace ProcFs;

/// <summary>
/// The unit of a parameter, and the values that it takes. Descriptions in the catalog state both in one form: <c>interval between writebacks, 1/100 s; 0 off</c>,
/// <c>tendency to swap, 0 to 200</c>, <c>overcommit: 0 heuristic, 1 always, 2 never</c>. The bounds that the kernel checks but a description does not state are in
/// the catalog's table of bounds.
/// </summary>
internal readonly record struct ParameterMeaning(string? Unit, long? Minimum, long? Maximum)
{
    private static readonly string[] s_units =
        ["s", "ms", "us", "ns", "1/100 s", "jiffies", "bytes", "kB", "KiB/s", "MB/s", "pages", "packets", "Hz", "%", "bits", "bit mask"];

    /// <summary>The unit and the bounds as the description states them; null for what it does not state.</summary>
    public static ParameterMeaning Of(string description)
    {
        string[] clauses = [.. description.Split([',', ';'], StringSplitOptions.TrimEntries).Select(WithoutMachine)];
        (long Minimum, long Maximum)? bounds = Choices(description) ?? clauses.Skip(1).Select(RangeOf).FirstOrDefault(range => range is not null);
        return new(clauses.Skip(1).Select(UnitOf).FirstOrDefault(unit => unit is not null), bounds?.Minimum, bounds?.Maximum);
    }

    /// <summary>The bounds in words: <c>0 to 200</c>, <c>at least 1</c>; null without any.</summary>
    public string? Bounds => (Minimum, Maximum) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"at least {least}"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
        _ => null,
    };

    // "bytes (ARM)"
    private static string WithoutMachine(string clause) =>
        clause.EndsWith(')') && clause.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var start ? clause[..start] : clause;

    private static string? UnitOf(string clause) =>
        Array.Find(s_units, unit => clause == unit) ?? Array.Find(["%", "kB"], unit => clause.StartsWith($"{unit} ", StringComparison.Ordinal));

    // "0 or 1", "-1 to 1", "0 off to 3 always"
    private static (long Minimum, long Maximum)? RangeOf(string clause)
    {
        string[] words = clause.Split(' ');
        int link = Array.FindIndex(words, word => word is "to" or "or");
        return link > 0 && link < words.Length - 1 && Number(words[0]) is { } least && Number(words[link + 1]) is { } most && least < most
            && (words[link] == "to" || link == 1)
            ? (least, most)
            : null;
    }

    // "overcommit: 0 heuristic, 1 always, 2 never": bounds only where no number between them is left out, since the bits of a mask are listed likewise.
    private static (long Minimum, long Maximum)? Choices(string description)
    {
        int colon = description.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        (long Minimum, long Maximum)? all = null;
        foreach (string choice in description[(colon + 2)..].Split(';')[0].Split(',', StringSplitOptions.TrimEntries))
        {
            (long Minimum, long Maximum)? next = RangeOf(choice) ?? (Number(choice.Split(' ')[0]) is { } one ? (one, one) : null);
            if (next is not { } range || (all is { } before && range.Minimum != before.Maximum + 1))
            {
                return null;
            }

            all = (all?.Minimum ?? range.Minimum, range.Maximum);
        }

        return all is { } found && found.Minimum < found.Maximum ? found : null;
    }

    private static long? Number(string word) => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
