using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A filter on rows by a name: wildcards, case-insensitive. It remembers what it has met, since an exact name that
/// matches nothing is an error and a wildcard that matches nothing is none.
/// </summary>
internal sealed class RowFilter
{
    private readonly Wildcard[]? _patterns;
    private readonly bool[] _matched;
    private readonly string _message;
    private readonly Func<string, string?>? _suggest;

    /// <summary>The filter that a parameter asks for; without an argument all rows pass.</summary>
    /// <param name="patterns">The argument; null where none was given.</param>
    /// <param name="message">What is said before a name that matches nothing: "No descriptor leads to".</param>
    /// <param name="suggest">What may have been meant by such a name; null for nothing.</param>
    public RowFilter(IReadOnlyList<string>? patterns, string message, Func<string, string?>? suggest = null)
    {
        _suggest = suggest;
        _patterns = patterns is null ? null : [.. patterns.Select(pattern => new Wildcard(pattern))];
        _matched = new bool[_patterns?.Length ?? 0];
        _message = message;
    }

    /// <summary>What is meant by the name of a file where whole paths are compared: <c>*job.log</c>.</summary>
    public static string? AnyFolder(string name) => name.Contains('/') || name.Length == 0 ? null : $"*{name}";

    /// <summary>The wildcards, for a reader that filters by itself; null for all rows.</summary>
    public IReadOnlyList<Wildcard>? Patterns => _patterns;

    /// <summary>An error for each exact name that no row has had so far.</summary>
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

    /// <summary>Whether the row of this name passes. A row without a name passes only where nothing is filtered.</summary>
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
