namespace ProcFs;

/// <summary>The patterns of the catalog as a tree of segments. The most literal pattern that matches a path wins.</summary>
internal sealed class PatternTree
{
    private readonly Node _root = new();

    public PatternTree(IEnumerable<CatalogEntry> entries)
    {
        foreach (CatalogEntry entry in entries)
        {
            Add(entry);
        }
    }

    /// <summary>The entry for a path; null if no pattern matches.</summary>
    public CatalogEntry? Find(ReadOnlySpan<string> segments) => Find(_root, segments);

    private static CatalogEntry? Find(Node node, ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return node.Entry;
        }

        if (node.Literals.TryGetValue(segments[0], out Node? literal) && Find(literal, segments[1..]) is { } exact)
        {
            return exact;
        }

        foreach ((_, Func<string, bool> matches, Node next) in node.Placeholders)
        {
            if (matches(segments[0]) && Find(next, segments[1..]) is { } found)
            {
                return found;
            }
        }

        return node.AnyDepth;
    }

    private void Add(CatalogEntry entry)
    {
        Node node = _root;
        foreach (string segment in entry.Pattern.Split('/'))
        {
            if (segment == "**")
            {
                node.AnyDepth = entry;
                return;
            }

            node = node.Next(segment);
        }

        node.Entry = entry;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _bySegment = [];
        private readonly List<(int Rank, Func<string, bool> Matches, Node Next)> _ranked = [];

        public CatalogEntry? Entry { get; set; }

        public CatalogEntry? AnyDepth { get; set; }

        public Dictionary<string, Node> Literals { get; } = [];

        /// <summary>Partial names before numbers, numbers before any name.</summary>
        public IReadOnlyList<(int Rank, Func<string, bool> Matches, Node Next)> Placeholders => _ranked;

        public Node Next(string segment)
        {
            if (_bySegment.TryGetValue(segment, out Node? known))
            {
                return known;
            }

            var next = new Node();
            _bySegment.Add(segment, next);
            if (Segment.Matcher(segment) is not { } matches)
            {
                Literals.Add(segment, next);
                return next;
            }

            _ranked.Add((Segment.Rank(segment), matches, next));
            _ranked.Sort((one, other) => one.Rank.CompareTo(other.Rank));
            return next;
        }
    }

    private static class Segment
    {
        public static int Rank(string segment) => segment switch
        {
            _ when segment.Contains('*') => 0,
            "<range>" => 1,
            "<pid>" or "<tid>" or "<fd>" or "<irq>" or "<n>" => 2,
            _ => 3,
        };

        /// <summary>The form of a segment; null for a literal.</summary>
        public static Func<string, bool>? Matcher(string segment)
        {
            if (segment.Contains('*'))
            {
                var wildcard = new Text.Wildcard(segment);
                return text => wildcard.IsMatch(text.AsSpan());
            }

            if (!segment.StartsWith('<'))
            {
                return null;
            }

            return Rank(segment) switch
            {
                1 => IsRange,
                2 => text => text.All(char.IsAsciiDigit),
                _ => _ => true,
            };
        }

        private static bool IsRange(string text)
        {
            int dash = text.IndexOf('-', StringComparison.Ordinal);
            return dash > 0 && text.Where((_, i) => i != dash).All(char.IsAsciiHexDigit);
        }
    }
}
