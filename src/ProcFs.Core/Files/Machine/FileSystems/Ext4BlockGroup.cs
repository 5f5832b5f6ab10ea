using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/fs/ext4/&lt;device&gt;/mb_groups</c>: the free blocks of a block group. Source: ext4_mb_seq_groups_show() of fs/ext4/mballoc.c.</summary>
[Fields]
public sealed partial class Ext4BlockGroup : ITable<Ext4BlockGroup>
{
    private Ext4BlockGroup()
    {
    }

    /// <summary>The number of the group.</summary>
    public required long Group { get; init; }

    /// <summary>The number of free blocks.</summary>
    [Field(1)] public long? FreeBlocks { get; private set; }

    /// <summary>The number of free extents.</summary>
    [Field(2)] public long? Fragments { get; private set; }

    /// <summary>The first free block in the group.</summary>
    [Field(3)] public long? FirstFree { get; private set; }

    /// <summary>The number of free extents by order, from 0: an extent of order n has 2^n blocks. Null if they cannot be read.</summary>
    public long[]? FreeByOrder { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(Ext4BlockGroup),
        new(nameof(Group), 8),
        new(nameof(FreeBlocks), 10),
        new(nameof(Fragments), 10),
        new(nameof(FirstFree), 10),
        new(nameof(FreeByOrder)));

    /// <summary>The number and the free blocks.</summary>
    public override string ToString() => $"{Group}: {FreeBlocks} free";

    static string IRow<Ext4BlockGroup>.NameOf(Ext4BlockGroup row) => $"{row.Group}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<Ext4BlockGroup, bool> emit) =>
        Lines.ReadBelow(source, "#group:"u8, static (line, _, from) => Parse(line, from), "the number of a group and numbers of blocks", emit);

    // "#0    : 2048  12    33    [ 1     2 ]"
    private static Ext4BlockGroup? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        int open = line.IndexOf((byte)'[');
        if (line is not [(byte)'#', ..] || colon < 1 || open < colon || !Number.TryInt64(Value.Trim(line[1..colon]), out long number))
        {
            return null;
        }

        var group = new Ext4BlockGroup { Group = number };
        int close = line[open..].IndexOf((byte)']');
        bool isCounted = Value.TryRead(line[(open + 1)..(close < 0 ? line.Length : open + close)], source, out long[] counts);
        group.FreeByOrder = isCounted ? counts : null;
        group._malformed.Add(nameof(FreeByOrder), isCounted ? null : UnavailableReason.Malformed);
        return Lines.ReadFields(line[(colon + 1)..open], group, source, fewest: 1) ? group : null;
    }
}
