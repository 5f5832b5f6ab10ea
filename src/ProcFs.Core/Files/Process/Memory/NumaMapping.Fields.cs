using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the text of a line.</content>
public sealed partial class NumaMapping
{
    private const string Form = "an address, a memory policy and fields such as anon=3";

    private Dictionary<int, long>? _nodes;

    // Null if the line does not include it.
    private long? _bytesInPage;

    // Unlike mountinfo, the file does not escape a backslash.
    private static ReadOnlySpan<byte> EscapedCharacters => "\n\t= "u8;

    private static ReadOnlySpan<byte> EscapedDeleted => "\\040(deleted)"u8;

    static string IRow<NumaMapping>.NameOf(NumaMapping row) => $"{row.Start:x}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NumaMapping, bool> emit)
    {
        Dictionary<ulong, MemoryMapping>? exact = null;
        Lines.Read(source, (line, _, from) => Parse(line, from, Find), Form, emit);

        MemoryMapping? Find(ulong start)
        {
            exact ??= ReadMaps(source);
            return exact.GetValueOrDefault(start);
        }
    }

    /// <summary>Parses a line; null if it does not have the format of the file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="source">The source of the line.</param>
    /// <param name="find">Finds the mapping that starts at an address, for its exact name; null if there is none.</param>
    internal static NumaMapping? Parse(ReadOnlySpan<byte> line, ProcSource source, Func<ulong, MemoryMapping?> find)
    {
        var fields = new FieldScanner(line);
        if (!Number.TryHex(fields.Next(), out ulong start) || TakePolicy(ref fields) is not { } policy)
        {
            return null;
        }

        var mapping = new NumaMapping
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Start = start,
            Policy = policy,
        };
        mapping.TakeFields(fields, source, find);
        return mapping;
    }

    // The names of two policies have two words: "prefer (many)" and "weighted interleave".
    private static string? TakePolicy(ref FieldScanner fields)
    {
        ReadOnlySpan<byte> name = fields.Next();
        bool hasMore = name.SequenceEqual("weighted"u8) || (name.SequenceEqual("prefer"u8) && fields.Rest.StartsWith(" ("u8));
        return name.IsEmpty ? null : hasMore ? $"{LosslessText.Decode(name)} {LosslessText.Decode(fields.Next())}" : LosslessText.Decode(name);
    }

    private void TakeFields(FieldScanner fields, ProcSource source, Func<ulong, MemoryMapping?> find)
    {
        IFields target = this;
        KeyTable keys = target.Keys;
        int expected = 0;
        _bytesInPage = FindPageSize(fields, source);
        for (ReadOnlySpan<byte> field = fields.Next(); !field.IsEmpty; field = fields.Next())
        {
            if (field.StartsWith("file="u8))
            {
                SetPath(field["file=".Length..], find);
            }
            else if (!SetMark(field)
                && !SetNode(field)
                && !KeyValues.TryReadLine(field, target, in keys, ref expected, source, (byte)'='))
            {
                target.Keep(field, default, source);
            }
        }
    }

    // The page size comes last. Without it, the size of hugetlbfs pages is not in the line.
    private static long? FindPageSize(FieldScanner fields, ProcSource source)
    {
        ReadOnlySpan<byte> key = "kernelpagesize_kB="u8;
        bool isHuge = false;
        for (ReadOnlySpan<byte> field = fields.Next(); !field.IsEmpty; field = fields.Next())
        {
            isHuge |= field.SequenceEqual("huge"u8);
            if (field.StartsWith(key) && Value.TryBareKiB(field[key.Length..], source, out long bytes) && bytes > 0)
            {
                return bytes;
            }
        }

        return isHuge ? null : source.Root.Facts.PageSize;
    }

    private bool SetMark(ReadOnlySpan<byte> word)
    {
        bool isHeap = word.SequenceEqual("heap"u8);
        bool isStack = word.SequenceEqual("stack"u8);
        bool isHuge = word.SequenceEqual("huge"u8);
        (IsHeap, IsStack, IsHuge) = (IsHeap || isHeap, IsStack || isStack, IsHuge || isHuge);
        return isHeap || isStack || isHuge;
    }

    // "N0=3"; false if it is something else, or its size in bytes is unknown.
    private bool SetNode(ReadOnlySpan<byte> field)
    {
        int equals = field.IndexOf((byte)'=');
        if (equals < 2 || field[0] != 'N' || !Number.TryInt32(field[1..equals], out int node) || BytesOf(field[(equals + 1)..]) is not { } bytes)
        {
            return false;
        }

        (_nodes ??= [])[node] = bytes;
        Nodes = _nodes;
        return true;
    }

    private bool TryPages(ReadOnlySpan<byte> value, ProcSource source, out long? bytes)
    {
        bytes = BytesOf(value);
        return bytes is not null || (_bytesInPage is null && Number.TryInt64(value, out _));
    }

    private long? BytesOf(ReadOnlySpan<byte> pages) =>
        _bytesInPage is { } size && Value.TryUnits(pages, size, out long bytes) ? bytes : null;

    private UnavailableReason? WhyMissing(string property, bool isFound)
    {
        bool isOfOldKernel = property == nameof(PageSize) ? !isFound && _nodes is not null : isFound && _bytesInPage is null;
        return isOfOldKernel ? UnavailableReason.NotOnThisKernel : null;
    }

    private void SetPath(ReadOnlySpan<byte> text, Func<ulong, MemoryMapping?> find)
    {
        bool isDeleted = text.EndsWith(EscapedDeleted);
        MemoryMapping? exact = isDeleted || text.Contains((byte)'\\') ? find(Start) : null;
        Target = exact?.Target ?? PathEscapes.Decode(isDeleted ? text[..^EscapedDeleted.Length] : text, EscapedCharacters);
        IsDeleted = exact?.IsDeleted ?? isDeleted;
    }

    private static Dictionary<ulong, MemoryMapping> ReadMaps(ProcSource source)
    {
        var mappings = new Dictionary<ulong, MemoryMapping>();
        if (source.ProcessId is not null)
        {
            var maps = new ProcSource(source.RequireProcess(), "maps") { Report = _ => { } };
            try
            {
                Lines.Read<MemoryMapping>(maps, mapping =>
                {
                    mappings[mapping.Start] = mapping;
                    return true;
                });
            }
            catch (ProcException error) when (error.Kind is ProcErrorKind.NotFound or ProcErrorKind.AccessDenied)
            {
                // A capture can lack the file: the names are then used as they are written.
            }
        }

        return mappings;
    }
}
