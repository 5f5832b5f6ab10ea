using System.Globalization;
using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a leaf of <c>/proc/net/fib_trie</c>: an IPv4 prefix in a routing table. Source: fib_trie_seq_show() of net/ipv4/fib_trie.c.</summary>
public sealed class TrieRoute : ITable<TrieRoute>
{
    private TrieRoute()
    {
    }

    /// <summary>The routing table: <c>Main</c>, <c>Local</c>, or the number of another; both of the first are in <c>Main</c> while no rule tells them apart.</summary>
    public required string Table { get; init; }

    /// <summary>The address.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The length of the prefix.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>The scope: <c>universe</c>, <c>site</c>, <c>link</c>, <c>host</c>, <c>nowhere</c>, or <c>scope=</c> with a number.</summary>
    public required string Scope { get; init; }

    /// <summary>The type of the route: <c>UNICAST</c>, <c>LOCAL</c>, <c>BROADCAST</c>, <c>UNREACHABLE</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The type of service; null if it applies to all.</summary>
    public required int? ServiceType { get; init; }

    /// <summary>The depth of the leaf in the tree.</summary>
    public required int Depth { get; init; }

    internal static View View => new(
        typeof(TrieRoute),
        new(nameof(Table), 8),
        new(nameof(Address), 15),
        new(nameof(PrefixLength), 12),
        new(nameof(Type), 12),
        new(nameof(Scope), 10),
        new(nameof(Depth), 6));

    private static string Form => "a table, a node, an address, or a prefix with its scope and type";

    /// <summary>The prefix, the type and the table: <c>192.0.2.0/24 UNICAST Main</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address}/{PrefixLength} {Type} {Table}");

    static string IRow<TrieRoute>.NameOf(TrieRoute row) => $"{row.Table}-{row.Address}-{row.PrefixLength}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<TrieRoute, bool> emit)
    {
        string table = "";
        IPAddress? address = null;
        int depth = 0;
        Lines.ReadSections(
            source,
            line => line[^1] == ':' || line.IndexOf("+-- "u8) >= 0 || line.IndexOf("|-- "u8) >= 0,
            line =>
            {
                int at = line.IndexOf("|-- "u8);
                if (at >= 0)
                {
                    Value.TryRead(line[(at + 4)..], source, out address);
                    depth = at / 3;
                }
                else if (line[^1] == ':')
                {
                    table = LosslessText.Decode(line[..^1]);
                    table = table.StartsWith("Id ", StringComparison.Ordinal) ? table[3..] : table;
                }
            },
            (line, _) => address is null ? null : Parse(line, table, address, depth),
            Form,
            emit);
    }

    // "/24 link UNICAST tos=8"
    private static TrieRoute? Parse(ReadOnlySpan<byte> line, string table, IPAddress address, int depth)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> length = words.Next();
        string scope = LosslessText.Decode(words.Next());
        string type = LosslessText.Decode(words.Next());
        ReadOnlySpan<byte> service = words.Next();
        int tos = 0;
        bool hasService = service.StartsWith("tos="u8) && int.TryParse(service[4..], NumberStyles.None, CultureInfo.InvariantCulture, out tos);
        return (service.IsEmpty || hasService) && length is [(byte)'/', ..] && Number.TryInt32(length[1..], out int prefix) && prefix is >= 0 and <= 32 && type.Length > 0
            ? new TrieRoute
            {
                Table = table,
                Address = address,
                PrefixLength = prefix,
                Scope = scope,
                Type = type,
                ServiceType = hasService ? tos : null,
                Depth = depth,
            }
            : null;
    }
}
