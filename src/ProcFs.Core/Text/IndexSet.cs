using System.Numerics;
using System.Text;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A set of CPUs or memory nodes. Shown in the list format of Linux: <c>0-3,8</c>.</summary>
public sealed class IndexSet : IEquatable<IndexSet>
{
    // More than any kernel has of CPUs or nodes: a damaged list must not exhaust memory.
    private const int Largest = 0xFFFF;

    private IndexSet(int[] indexes) => Indexes = indexes;

    /// <summary>The empty set.</summary>
    public static IndexSet Empty { get; } = new([]);

    /// <summary>The members in ascending order, counted from 0.</summary>
    public IReadOnlyList<int> Indexes { get; }

    /// <summary>The number of members.</summary>
    public int Count => Indexes.Count;

    /// <summary>Whether <paramref name="index"/> is a member.</summary>
    public bool Contains(int index) => Array.BinarySearch((int[])Indexes, index) >= 0;

    /// <inheritdoc/>
    public bool Equals(IndexSet? other) => other is not null && Indexes.SequenceEqual(other.Indexes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndexSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Count > 0 ? Indexes[0] : -1, Count > 0 ? Indexes[^1] : -1);

    /// <summary>Numbers and ranges separated by commas.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Count; i++)
        {
            int first = Indexes[i];
            while (i + 1 < Count && Indexes[i + 1] == Indexes[i] + 1)
            {
                i++;
            }

            text.Append(text.Length == 0 ? "" : ",").Append(first);
            if (Indexes[i] != first)
            {
                text.Append('-').Append(Indexes[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Parses "0-3,8"; empty text is the empty set.</summary>
    internal static bool TryParseList(ReadOnlySpan<byte> text, out IndexSet set)
    {
        set = Empty;
        var indexes = new List<int>();
        var parts = new FieldScanner(text);
        while (!parts.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> part = parts.NextUntil((byte)',');
            int dash = part.IndexOf((byte)'-');
            int last = 0;
            if (!Number.TryInt32(dash < 0 ? part : part[..dash], out int first) || (dash >= 0 && !Number.TryInt32(part[(dash + 1)..], out last)))
            {
                return false;
            }

            last = dash < 0 ? first : last;
            if (first < 0 || last < first || last > Largest)
            {
                return false;
            }

            for (int index = first; index <= last; index++)
            {
                indexes.Add(index);
            }
        }

        set = new IndexSet([.. indexes]);
        return true;
    }

    /// <summary>Parses a mask in groups of 32 bits separated by commas, highest group first.</summary>
    internal static bool TryParseMask(ReadOnlySpan<byte> text, out IndexSet set)
    {
        set = Empty;
        var indexes = new List<int>();
        int bit = 0;
        while (!text.IsEmpty)
        {
            int comma = text.LastIndexOf((byte)',');
            if (!Number.TryHex(text[(comma + 1)..], out ulong group))
            {
                return false;
            }

            for (; group != 0; group &= group - 1)
            {
                indexes.Add(bit + BitOperations.TrailingZeroCount(group));
            }

            bit += 32;
            text = comma < 0 ? default : text[..comma];
        }

        set = new IndexSet([.. indexes]);
        return true;
    }
}
