using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the text of a line.</content>
public sealed partial class NumaMapping
{
    private const string Form = "an address, a memory policy and fields such as anon=3";

    // Unlike mountinfo, the file leaves a backslash as it is.
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

    /// <summary>Reads a line; null where it is not of the file's form.</summary>
    /// <param name="line">The line.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="find">Gives the mapping that starts at an address, whose name is exact; null where there is none.</param>
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
        return mapping.TakeFields(ref fields, find) ? mapping : null;
    }

    // Two policies have names of two words: "prefer (many)" and "weighted interleave".
    private static string? TakePolicy(ref FieldScanner fields)
    {
        ReadOnlySpan<byte> name = fields.Next();
        bool hasMore = name.SequenceEqual("weighted"u8) || (name.SequenceEqual("prefer"u8) && fields.Rest.StartsWith(" ("u8));
        return name.IsEmpty ? null : hasMore ? $"{LosslessText.Decode(name)} {LosslessText.Decode(fields.Next())}" : LosslessText.Decode(name);
    }

    private bool TakeFields(ref FieldScanner fields, Func<ulong, MemoryMapping?> find)
    {
        var pages = new Dictionary<string, long>();
        var additional = new Dictionary<string, string>();
        for (ReadOnlySpan<byte> field = fields.Next(); !field.IsEmpty; field = fields.Next())
        {
            int equals = field.IndexOf((byte)'=');
            string key = LosslessText.Decode(equals < 0 ? field : field[..equals]);
            ReadOnlySpan<byte> value = equals < 0 ? default : field[(equals + 1)..];
            if (key == "file")
            {
                SetPath(value, find);
            }
            else if (equals < 0 ? !SetMark(key) : !Number.TryInt64(value, out long number) || !pages.TryAdd(key, number))
            {
                additional[key] = LosslessText.Decode(value);
            }
        }

        return TakeSizes(pages, additional);
    }

    private bool SetMark(string word)
    {
        IsHeap |= word == "heap";
        IsStack |= word == "stack";
        IsHuge |= word == "huge";
        return word is "heap" or "stack" or "huge";
    }

    private void SetPath(ReadOnlySpan<byte> text, Func<ulong, MemoryMapping?> find)
    {
        bool isDeleted = text.EndsWith(EscapedDeleted);
        MemoryMapping? exact = isDeleted || text.Contains((byte)'\\') ? find(Start) : null;
        Target = exact?.Target ?? PathEscapes.Decode(isDeleted ? text[..^EscapedDeleted.Length] : text, EscapedCharacters);
        IsDeleted = exact?.IsDeleted ?? isDeleted;
    }

    private bool TakeSizes(Dictionary<string, long> pages, Dictionary<string, string> additional)
    {
        PageSize = pages.Remove("kernelpagesize_kB", out long kibibytes) ? kibibytes * 1024 : null;
        MaxMapCount = pages.Remove("mapmax", out long count) ? count : null;
        Anonymous = Take("anon");
        Dirty = Take("dirty");
        Mapped = Take("mapped");
        SwapCache = Take("swapcache");
        Active = Take("active");
        Writeback = Take("writeback");
        var nodes = new Dictionary<int, long>();
        foreach ((string key, long number) in pages)
        {
            if (key[0] == 'N' && int.TryParse(key.AsSpan(1), out int node))
            {
                nodes[node] = number * (PageSize ?? 0);
            }
            else
            {
                additional[key] = $"{number}";
            }
        }

        Nodes = nodes;
        Additional = additional;
        return PageSize is not null || nodes.Count == 0;

        long? Take(string key) => pages.Remove(key, out long number) ? number * (PageSize ?? 0) : null;
    }

    private static Dictionary<ulong, MemoryMapping> ReadMaps(ProcSource source)
    {
        var mappings = new Dictionary<ulong, MemoryMapping>();
        if (source.ProcessId is not null)
        {
            var maps = new ProcSource(source.RequireProcess(), "maps") { Report = _ => { } };
            Lines.Read<MemoryMapping>(maps, mapping =>
            {
                mappings[mapping.Start] = mapping;
                return true;
            });
        }

        return mappings;
    }
}
