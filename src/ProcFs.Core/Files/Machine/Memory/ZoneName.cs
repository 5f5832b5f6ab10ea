using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The node and zone at the start of lines of buddyinfo, pagetypeinfo and zoneinfo: <c>Node 0, zone   Normal</c>.</summary>
internal static class ZoneName
{
    /// <summary>Parses the node and zone; <paramref name="rest"/> is the text after them. False for another line.</summary>
    public static bool TryTake(ReadOnlySpan<byte> line, out int node, out ReadOnlySpan<byte> zone, out ReadOnlySpan<byte> rest)
    {
        var words = new FieldScanner(line);
        bool isNode = words.Next().SequenceEqual("Node"u8);
        isNode &= Number.TryInt32(Value.Trim(words.NextUntil((byte)',')), out node);
        isNode &= words.Next().SequenceEqual("zone"u8);
        zone = words.Next().TrimEnd((byte)',');
        rest = words.Rest;
        return isNode && node >= 0 && !zone.IsEmpty;
    }
}
