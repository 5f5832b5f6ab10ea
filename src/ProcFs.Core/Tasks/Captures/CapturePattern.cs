using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A pattern that names files for a capture, like those of the catalog: <c>&lt;pid&gt;</c> and the like stand for any name, <c>**</c> for any path below, and wildcards
/// are permitted. A folder stands for all that is in it.
/// </summary>
internal sealed class CapturePattern
{
    private readonly string[] _segments;
    private readonly Wildcard?[] _wildcards;

    public CapturePattern(string text)
    {
        Text = text;
        _segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _segments = _segments is ["proc", .. var below] && text.StartsWith('/') ? below : _segments;
        _segments = _segments is [.. var folder, "**"] ? folder : _segments;
        _wildcards = [.. _segments.Select(segment => segment.StartsWith('<') ? null : new Wildcard(segment))];
    }

    /// <summary>The pattern as it was given.</summary>
    public string Text { get; }

    /// <summary>Whether a path, or a folder above it, has the pattern.</summary>
    public bool Matches(ReadOnlySpan<string> path)
    {
        if (_segments.Length == 0 || path.Length < _segments.Length)
        {
            return false;
        }

        for (int i = 0; i < _segments.Length; i++)
        {
            bool isNumber = path[i].All(char.IsAsciiDigit);
            bool matches = _wildcards[i] is { } wildcard ? wildcard.IsMatch(path[i].AsSpan()) : IsAny(_segments[i], isNumber);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAny(string placeholder, bool isNumber) => isNumber || placeholder is not ("<pid>" or "<tid>" or "<fd>" or "<irq>" or "<n>");
}
