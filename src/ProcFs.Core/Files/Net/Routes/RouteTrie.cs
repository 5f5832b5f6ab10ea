using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a table of <c>/proc/net/fib_triestat</c>: the shape and memory of an IPv4 routing tree. Source: fib_triestat_seq_show() of net/ipv4/fib_trie.c.
/// </summary>
[Fields]
public sealed partial class RouteTrie : ITable<RouteTrie>
{
    private RouteTrie()
    {
    }

    /// <summary>The routing table: <c>Main</c>, <c>Local</c>, or the number of another.</summary>
    public string Table { get; private set; } = "";

    /// <summary>The average depth of its leaves.</summary>
    [Key("Aver depth")] public double? AverageDepth { get; private set; }

    /// <summary>The greatest depth.</summary>
    [Key("Max depth")] public long? MaximumDepth { get; private set; }

    /// <summary>The number of leaves: of different addresses.</summary>
    [Key("Leaves")] public long? Leaves { get; private set; }

    /// <summary>The number of prefixes.</summary>
    [Key("Prefixes")] public long? Prefixes { get; private set; }

    /// <summary>The number of nodes with branches.</summary>
    [Key("Internal nodes")] public long? InternalNodes { get; private set; }

    /// <summary>The number of their branches.</summary>
    [Key("Pointers")] public long? Pointers { get; private set; }

    /// <summary>The number of these that are empty.</summary>
    [Key("Null ptrs")] public long? NullPointers { get; private set; }

    /// <summary>The memory that the tree takes.</summary>
    [Key("Total size", Scale.KiB)] public long? Size { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RouteTrie),
        new(nameof(Table), 8),
        new(nameof(Leaves), 8),
        new(nameof(Prefixes), 9),
        new(nameof(AverageDepth), 12),
        new(nameof(MaximumDepth), 12),
        new(nameof(InternalNodes), 13),
        new(nameof(Size), 10));

    /// <summary>The table and its prefixes: <c>Main: 6 prefixes</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Table}: {Prefixes?.ToString() ?? "?"} prefixes");

    static string IRow<RouteTrie>.NameOf(RouteTrie row) => row.Table;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RouteTrie, bool> emit) => Blocks.Read(source, IsTable, (block, firstLine) =>
    {
        ReadOnlySpan<byte> first = Blocks.FirstLine(block);
        if (!IsTable(first))
        {
            // "Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes."
            return first.StartsWith("Basic info:"u8) ? true : throw source.Malformed(firstLine, first, "the sizes of a leaf and a node");
        }

        var row = new RouteTrie { Table = TableOf(first) };
        row.Read(block[(first.Length + 1)..], source);
        return emit(row);
    });

    // "Main:", "Id 100:"
    private static bool IsTable(ReadOnlySpan<byte> line) => line.EndsWith(":"u8) && line.IndexOf((byte)'\t') < 0 && !line.SequenceEqual("Counters:"u8);

    private static string TableOf(ReadOnlySpan<byte> line) => LosslessText.Decode(line.StartsWith("Id "u8) ? line[3..^1] : line[..^1]);

    private void Read(ReadOnlySpan<byte> text, ProcSource source)
    {
        IFields fields = this;
        KeyTable keys = fields.Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);

            // The sizes of the nodes, "1: 3  2: 1", and the counters of a kernel for debugging, "gets = 12".
            if (!line.IsEmpty && !char.IsAsciiDigit((char)line[0]) && line[0] != '-' && !line.SequenceEqual("Counters:"u8))
            {
                KeyValues.TryReadLine(OneBlank(line), fields, in keys, ref expected, source);
            }
        }
    }

    // "Total size: 2  kB" has two blanks before its unit.
    private static ReadOnlySpan<byte> OneBlank(ReadOnlySpan<byte> line) =>
        line.EndsWith("  kB"u8) ? (byte[])[.. line[..^4], .. " kB"u8] : line;
}
