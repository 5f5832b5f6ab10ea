namespace ProcFs.Text;

/// <summary>
/// Returns the same set for the same bytes: nearly all processes can run on the same CPUs, and the mask of the memory nodes is long. It caches the last few.
/// </summary>
internal sealed class IndexSetPool
{
    private readonly (byte[] Text, bool IsMask, IndexSet Set)[] _known = new (byte[], bool, IndexSet)[8];
    private int _next;

    /// <summary>The set in the text: a mask in groups, or a list such as <c>0-3,8</c>.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, bool isMask, out IndexSet set)
    {
        foreach (ref (byte[] Text, bool IsMask, IndexSet Set) known in _known.AsSpan())
        {
            if (known.Text is not null && known.IsMask == isMask && text.SequenceEqual(known.Text))
            {
                set = known.Set;
                return true;
            }
        }

        bool parsed = isMask ? IndexSet.TryParseMask(text, out set) : IndexSet.TryParseList(text, out set);
        if (parsed)
        {
            _known[_next] = (text.ToArray(), isMask, set);
            _next = (_next + 1) % _known.Length;
        }

        return parsed;
    }
}
