using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>The parts of the file: sizes, free blocks, and blocks by kind.</content>
public sealed partial class PageTypeZone
{
    private const string Form = "a node, a zone, a kind and numbers of free blocks";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PageTypeZone, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        var rows = new List<PageTypeZone>();
        string[] types = [];
        bool isMixed = false;
        long? blockSize = null;
        Lines.ReadSections(
            source,
            line => !line.StartsWith("Node "u8) || !IsOfType(line),
            line =>
            {
                if (line.StartsWith("Pages per block:"u8))
                {
                    blockSize = Value.TryPages(Value.Trim(line["Pages per block:"u8.Length..]), source, out long size) ? size : null;
                }
                else if (line.StartsWith("Number of "u8))
                {
                    isMixed = line.StartsWith("Number of mixed"u8);
                    types = TypesOf(line, source);
                }
                else
                {
                    TakeBlocks(line, rows, types, isMixed, source);
                }
            },
            (line, from) =>
            {
                if (Parse(line, from) is { } row)
                {
                    rows.Add(row);
                    return row;
                }

                return null;
            },
            Form,
            static _ => true);
        rows.ForEach(row => row.BlockSize = blockSize);
        _ = rows.TrueForAll(row => emit(row));
    }

    private static bool IsOfType(ReadOnlySpan<byte> line) => line.IndexOf(", type "u8) >= 0;

    // "Node    0, zone      DMA, type    Unmovable      1      0 >100000"
    private static PageTypeZone? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int comma = line.IndexOf(", type "u8);
        if (!ZoneName.TryTake(line[..comma], out int node, out ReadOnlySpan<byte> zone, out _))
        {
            return null;
        }

        var words = new FieldScanner(line[(comma + ", type "u8.Length)..]);
        var row = new PageTypeZone { Node = node, Zone = source.Intern(zone), Type = source.Intern(words.Next()) };
        var counts = new List<long>();
        bool isOdd = false;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            row.IsCapped |= word[0] == '>';
            isOdd |= !Value.TryRead(word.TrimStart((byte)'>'), source, out long count);
            counts.Add(count);
        }

        row.FreeBlocks = isOdd ? null : [.. counts];
        row._malformed.Add(nameof(FreeBlocks), isOdd ? UnavailableReason.Malformed : null);
        return row;
    }

    // "Number of blocks type     Unmovable      Movable", "Number of mixed blocks    Unmovable      Movable"
    private static string[] TypesOf(ReadOnlySpan<byte> line, ProcSource source)
    {
        int start = line.IndexOf("blocks"u8) + "blocks"u8.Length;
        ReadOnlySpan<byte> names = Value.Trim(line[start..]);
        _ = Value.TryRead(names.StartsWith("type "u8) ? names["type "u8.Length..] : names, source, out string[] types);
        return types;
    }

    // "Node 0, zone DMA 1 7", one number per mobility.
    private static void TakeBlocks(ReadOnlySpan<byte> line, List<PageTypeZone> rows, string[] types, bool isMixed, ProcSource source)
    {
        if (!ZoneName.TryTake(line, out int node, out ReadOnlySpan<byte> zone, out ReadOnlySpan<byte> rest))
        {
            return;
        }

        string name = source.Intern(zone);
        var words = new FieldScanner(rest);
        foreach (string type in types)
        {
            bool isNumber = Value.TryRead(words.Next(), source, out long count);
            if (rows.Find(row => row.Node == node && row.Zone == name && row.Type == type) is { } found)
            {
                found._malformed.Add(isMixed ? nameof(MixedBlocks) : nameof(PageBlocks), isNumber ? null : UnavailableReason.Malformed);
                found.MixedBlocks = isMixed && isNumber ? count : found.MixedBlocks;
                found.PageBlocks = !isMixed && isNumber ? count : found.PageBlocks;
            }
        }
    }
}
