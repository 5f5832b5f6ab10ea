namespace ProcFs;

/// <summary>
/// The patterns of the catalog as a tree of segments. The most literal pattern that matches a path wins. A branch is made when a path first leads there: a command
/// looks up few of the paths.
/// </summary>
internal sealed class PatternTree
{
    private readonly Node _root = new();

    public PatternTree(IEnumerable<CatalogEntry> entries)
    {
        foreach (CatalogEntry entry in entries)
        {
            _root.Add(entry, 0);
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

        Branches branches = node.Branches;
        if (branches.Literals.TryGetValue(segments[0], out Node? literal) && Find(literal, segments[1..]) is { } exact)
        {
            return exact;
        }

        foreach ((_, Func<string, bool> matches, Node next) in branches.Placeholders)
        {
            if (matches(segments[0]) && Find(next, segments[1..]) is { } found)
            {
                return found;
            }
        }

        return node.AnyDepth;
    }

    private sealed class Node
    {
        private readonly List<(CatalogEntry Entry, int Start)> _below = [];
        private volatile Branches? _branches;

        public CatalogEntry? Entry { get; private set; }

        public CatalogEntry? AnyDepth { get; private set; }

        public Branches Branches
        {
            get
            {
                if (_branches is null)
                {
                    lock (_below)
                    {
                        _branches ??= Branch();
                    }
                }

                return _branches;
            }
        }

        /// <summary>Adds a pattern whose segments from <paramref name="start"/> on lie below this node.</summary>
        public void Add(CatalogEntry entry, int start)
        {
            ReadOnlySpan<char> rest = start > entry.Pattern.Length ? default : entry.Pattern.AsSpan(start);
            if (rest.IsEmpty)
            {
                Entry = entry;
            }
            else if (rest is "**")
            {
                AnyDepth = entry;
            }
            else
            {
                _below.Add((entry, start));
            }
        }

        private Branches Branch()
        {
            var branches = new Branches();
            foreach ((CatalogEntry entry, int start) in _below)
            {
                ReadOnlySpan<char> rest = entry.Pattern.AsSpan(start);
                int end = rest.IndexOf('/');
                ReadOnlySpan<char> segment = end < 0 ? rest : rest[..end];
                branches.Of(segment).Add(entry, start + segment.Length + 1);
            }

            return branches;
        }
    }

    private sealed class Branches
    {
        private readonly Dictionary<string, Node> _bySegment = [];

        public Dictionary<string, Node> Literals { get; } = [];

        /// <summary>Partial names before numbers, numbers before any name.</summary>
        public List<(int Rank, Func<string, bool> Matches, Node Next)> Placeholders { get; } = [];

        public Node Of(ReadOnlySpan<char> segment)
        {
            Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> bySegment = _bySegment.GetAlternateLookup<ReadOnlySpan<char>>();
            if (bySegment.TryGetValue(segment, out Node? known))
            {
                return known;
            }

            string name = segment.ToString();
            var next = new Node();
            _bySegment.Add(name, next);
            if (Segment.Matcher(name) is { } matches)
            {
                int rank = Segment.Rank(name);
                Placeholders.Insert(Placeholders.FindLastIndex(other => other.Rank <= rank) + 1, (rank, matches, next));
            }
            else
            {
                Literals.Add(name, next);
            }

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
