using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A filter for rows by name: wildcards, case-insensitive. It remembers its matches, because an exact name without a match is an error, and a wildcard without a
/// match is not.
/// </summary>
internal sealed class RowFilter
{
    private readonly Wildcard[]? _patterns;
    private readonly bool[] _matched;
    private readonly string _message;
    private readonly Func<string, string?>? _suggest;

    /// <summary>The filter of a parameter; without an argument all rows pass.</summary>
    /// <param name="patterns">The argument; null if it was not given.</param>
    /// <param name="message">The text before a name without a match: "No descriptor leads to".</param>
    /// <param name="suggest">Suggests an alternative for such a name; null for none.</param>
    public RowFilter(IReadOnlyList<string>? patterns, string message, Func<string, string?>? suggest = null)
    {
        _suggest = suggest;
        _patterns = patterns is null ? null : [.. patterns.Select(pattern => new Wildcard(pattern))];
        _matched = new bool[_patterns?.Length ?? 0];
        _message = message;
    }

    /// <summary>The suggestion for a file name if whole paths are compared: <c>*job.log</c>.</summary>
    public static string? AnyFolder(string name) => name.Contains('/') || name.Length == 0 ? null : $"*{name}";

    /// <summary>The wildcards, for a reader that filters itself; null for all rows.</summary>
    public IReadOnlyList<Wildcard>? Patterns => _patterns;

    /// <summary>An error for each exact name that no row had.</summary>
    public IEnumerable<ProcException> Unmatched
    {
        get
        {
            for (int i = 0; i < _matched.Length; i++)
            {
                if (!_matched[i] && _patterns![i].IsExact)
                {
                    string advice = _suggest?.Invoke(_patterns[i].Literal) is { } other ? $" Try \"{other}\"." : "";
                    SafeText message = $"{_message} \"{_patterns[i].Literal}\".{advice}";
                    yield return new ProcException(ProcErrorKind.NotFound, "", message) { Target = _patterns[i].Pattern };
                }
            }
        }
    }

    /// <summary>Whether the row with this name passes. A row without a name passes only without a filter.</summary>
    public bool Accepts(string? name)
    {
        if (_patterns is null)
        {
            return true;
        }

        bool any = false;
        for (int i = 0; i < _patterns.Length; i++)
        {
            bool matches = name is not null && _patterns[i].IsMatch(name.AsSpan());
            _matched[i] |= matches;
            any |= matches;
        }

        return any;
    }
}
