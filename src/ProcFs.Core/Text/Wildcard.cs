using System.Text;

namespace ProcFs.Text;

/// <summary>
/// A wildcard as in PowerShell: <c>*</c>, <c>?</c>, <c>[a-z]</c>, and a backtick that escapes the next character. Case is ignored. A literal name matches itself,
/// including brackets: <c>socket:[33581]</c>, <c>[heap]</c>.
/// </summary>
public sealed class Wildcard
{
    private const char Any = '*';
    private const char One = '?';
    private const char Set = '[';
    private const char Escape = '`';

    private readonly string _literal;
    private readonly byte[]? _asciiLiteral;
    private readonly Shape _shape;

    /// <summary>The wildcard <paramref name="pattern"/>.</summary>
    public Wildcard(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        _shape = ShapeOf(pattern, out _literal);
        _asciiLiteral = Ascii.IsValid(_literal) ? Encoding.ASCII.GetBytes(_literal) : null;
    }

    private enum Shape
    {
        Exact,
        All,
        Prefix,
        Suffix,
        Contains,
        General,
    }

    /// <summary>The pattern as it was given.</summary>
    public string Pattern { get; }

    /// <summary>Whether it matches only one name, because it contains no wildcard characters.</summary>
    public bool IsExact => _shape == Shape.Exact;

    /// <summary>The name that an exact pattern matches.</summary>
    public string Literal => _literal;

    /// <summary>Whether <paramref name="text"/> matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => _shape switch
    {
        Shape.All => true,
        Shape.Exact => text.Equals(_literal, StringComparison.OrdinalIgnoreCase),
        Shape.Prefix => text.StartsWith(_literal, StringComparison.OrdinalIgnoreCase),
        Shape.Suffix => text.EndsWith(_literal, StringComparison.OrdinalIgnoreCase),
        Shape.Contains => text.Contains(_literal, StringComparison.OrdinalIgnoreCase),
        _ => Matches(Pattern, text) || text.Equals(Pattern, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether the text of <paramref name="bytes"/> matches; the text is created only if the bytes do not decide.</summary>
    public bool IsMatch(ReadOnlySpan<byte> bytes)
    {
        if (_shape == Shape.All)
        {
            return true;
        }

        if (_asciiLiteral is null || _shape is Shape.General or Shape.Contains)
        {
            return IsMatch(LosslessText.Decode(bytes).AsSpan());
        }

        int length = _asciiLiteral.Length;
        if (bytes.Length < length || (_shape == Shape.Exact && bytes.Length != length))
        {
            return false;
        }

        ReadOnlySpan<byte> part = _shape == Shape.Suffix ? bytes[^length..] : bytes[..length];
        return Ascii.EqualsIgnoreCase(part, _asciiLiteral);
    }

    /// <summary>The pattern.</summary>
    public override string ToString() => Pattern;

    private static Shape ShapeOf(string pattern, out string literal)
    {
        ReadOnlySpan<char> inner = pattern.AsSpan().Trim(Any);
        literal = inner.ToString();
        if (inner.IndexOfAny(One, Set, Escape) >= 0 || inner.Contains(Any))
        {
            return IsEscapedLiteral(pattern, out literal) ? Shape.Exact : Shape.General;
        }

        bool starts = pattern.StartsWith(Any);
        bool ends = pattern.EndsWith(Any);
        return (starts, ends) switch
        {
            (false, false) => Shape.Exact,
            _ when inner.IsEmpty => Shape.All,
            (false, true) => Shape.Prefix,
            (true, false) => Shape.Suffix,
            _ => Shape.Contains,
        };
    }

    private static bool IsEscapedLiteral(string pattern, out string literal)
    {
        var plain = new StringBuilder(pattern.Length);
        literal = "";
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == Escape && i + 1 < pattern.Length)
            {
                plain.Append(pattern[++i]);
                continue;
            }

            if (pattern[i] is Any or One or Set)
            {
                return false;
            }

            plain.Append(pattern[i]);
        }

        literal = plain.ToString();
        return true;
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int patternAt = 0, textAt = 0, starAt = -1, starText = 0;
        while (textAt < text.Length)
        {
            if (patternAt < pattern.Length && pattern[patternAt] == Any)
            {
                starAt = patternAt++;
                starText = textAt;
            }
            else if (patternAt < pattern.Length && MatchesOne(pattern[patternAt..], text[textAt], out int used))
            {
                patternAt += used;
                textAt++;
            }
            else if (starAt >= 0)
            {
                patternAt = starAt + 1;
                textAt = ++starText;
            }
            else
            {
                return false;
            }
        }

        return pattern[patternAt..].Trim(Any).IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char character, out int used)
    {
        used = 1;
        switch (pattern[0])
        {
            case One:
                return true;
            case Set when EndOfSet(pattern) is int end and > 0:
                used = end + 1;
                return MatchesSet(pattern[1..end], character);
            case Escape when pattern.Length > 1:
                used = 2;
                return Same(pattern[1], character);
            default:
                return Same(pattern[0], character);
        }
    }

    // A closing bracket directly after the opening one is a member; so is one after a backtick.
    private static int EndOfSet(ReadOnlySpan<char> pattern)
    {
        for (int i = 1; i < pattern.Length; i++)
        {
            if (pattern[i] == ']' && i > 1)
            {
                return i;
            }

            i += pattern[i] == Escape ? 1 : 0;
        }

        return -1;
    }

    private static bool MatchesSet(ReadOnlySpan<char> set, char character)
    {
        for (int i = 0; i < set.Length; i++)
        {
            i += set[i] == Escape && i + 1 < set.Length ? 1 : 0;
            bool isRange = i + 2 < set.Length && set[i + 1] == '-';
            char low = char.ToUpperInvariant(set[i]);
            char high = isRange ? char.ToUpperInvariant(set[i + 2]) : low;
            char upper = char.ToUpperInvariant(character);
            if (upper >= low && upper <= high)
            {
                return true;
            }

            i += isRange ? 2 : 0;
        }

        return false;
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
