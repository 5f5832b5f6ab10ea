using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary>Wildcards by which rows are selected. It remembers what it has met: an exact name that no row has is to be reported.</summary>
internal sealed class NameFilter
{
    private readonly bool[] _matched;
    private readonly string _complaint;

    /// <summary>The filter of an option or argument.</summary>
    /// <param name="patterns">What was given; none for all rows.</param>
    /// <param name="complaint">What is said before a name that no row has: "No descriptor leads to".</param>
    public NameFilter(string[]? patterns, string complaint)
    {
        Patterns = patterns is null or [] ? null : [.. patterns.Select(pattern => new Wildcard(pattern))];
        _matched = new bool[Patterns?.Length ?? 0];
        _complaint = complaint;
    }

    /// <summary>The wildcards; null for all rows.</summary>
    public Wildcard[]? Patterns { get; }

    /// <summary>Takes note of a row of this name; whether one of the wildcards matches it, or none was given.</summary>
    public bool Accepts(string? name)
    {
        bool any = Patterns is null;
        for (int i = 0; i < _matched.Length; i++)
        {
            bool matches = name is not null && Patterns![i].IsMatch(name.AsSpan());
            _matched[i] |= matches;
            any |= matches;
        }

        return any;
    }

    /// <summary>Reports each exact name that no row had.</summary>
    public void ReportUnmatched(Session session)
    {
        for (int i = 0; i < _matched.Length; i++)
        {
            if (!_matched[i] && Patterns![i].IsExact)
            {
                session.ReportMissing($"{_complaint} \"{Patterns[i].Literal}\".");
            }
        }
    }
}
