using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The node and zone with which lines of buddyinfo, pagetypeinfo and zoneinfo begin: <c>Node 0, zone   Normal</c>.</summary>
internal static class ZoneName
{
    /// <summary>Takes node and zone; <paramref name="rest"/> is what stands behind them. False for another line.</summary>
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
