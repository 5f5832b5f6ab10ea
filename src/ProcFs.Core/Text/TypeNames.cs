namespace ProcFs.Text;

/// <summary>Values of an enumeration, by wildcards on their names.</summary>
public static class TypeNames
{
    /// <summary>The values whose names match one of the patterns.</summary>
    /// <param name="patterns">Names, in any case; wildcards are permitted.</param>
    /// <param name="thing">The noun for the error message: "descriptor".</param>
    /// <exception cref="ArgumentException">An exact name is not among them.</exception>
    public static T[] Select<T>(IEnumerable<string> patterns, string thing)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return [.. patterns.SelectMany(pattern => Select<T>(new Wildcard(pattern), thing)).Distinct()];
    }

    private static T[] Select<T>(Wildcard pattern, string thing)
        where T : struct, Enum
    {
        T[] matching = [.. Enum.GetValues<T>().Where(value => pattern.IsMatch($"{value}".AsSpan()))];
        return matching.Length > 0 || !pattern.IsExact
            ? matching
            : throw new ArgumentException($"\"{DisplayText.Escape(pattern.Literal)}\" is not a type of {thing}. The types are: {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
