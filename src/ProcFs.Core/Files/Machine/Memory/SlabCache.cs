using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/slabinfo</c>: a slab cache, which holds kernel objects of one size. Only root can read it. Source: slabinfo(5),
/// print_slabinfo_header() and cache_show() of mm/slub.c.
/// </summary>
[Fields]
public sealed partial class SlabCache : ITable<SlabCache>
{
    private const string Form = "a name, five numbers, tunables and slabdata";
    private const int Sizes = 5;
    private const int FirstTunable = 6;
    private const int FirstSlab = 9;

    private SlabCache()
    {
    }

    /// <summary>The name: <c>dentry</c>, <c>kmalloc-64</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The number of objects in use. Since 4.8, free objects that a CPU keeps in reserve are counted as in use.</summary>
    [Field(1)] public long? ActiveObjects { get; private set; }

    /// <summary>The number of objects for which memory is allocated.</summary>
    [Field(2)] public long? Objects { get; private set; }

    /// <summary>The size of an object, including metadata of the kernel, in bytes.</summary>
    [Field(3), Unit(Unit.Bytes)] public long? ObjectSize { get; private set; }

    /// <summary>The number of objects per slab.</summary>
    [Field(4)] public long? ObjectsPerSlab { get; private set; }

    /// <summary>The number of pages per slab.</summary>
    [Field(5)] public long? PagesPerSlab { get; private set; }

    /// <summary>The maximum number of objects that a CPU keeps; 0 with SLUB, the only allocator since 6.8.</summary>
    [Field(6)] public long? Limit { get; private set; }

    /// <summary>The number of objects that a CPU takes or returns at a time; 0 with SLUB.</summary>
    [Field(7)] public long? BatchCount { get; private set; }

    /// <summary>The size of the cache shared by CPUs; 0 with SLUB.</summary>
    [Field(8)] public long? SharedFactor { get; private set; }

    /// <summary>The number of slabs with objects in use; with SLUB, all slabs.</summary>
    [Field(9)] public long? ActiveSlabs { get; private set; }

    /// <summary>The number of slabs.</summary>
    [Field(10)] public long? Slabs { get; private set; }

    /// <summary>The number of objects available to be shared by CPUs; 0 with SLUB.</summary>
    [Field(11)] public long? SharedObjects { get; private set; }

    /// <summary>The memory of the slabs of the cache, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>Statistics of kernels that debug the allocator, by the word before the numbers: <c>globalstat</c>, <c>cpustat</c>.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SlabCache),
        new(nameof(Name), 28),
        new(nameof(Size), 9),
        new(nameof(ActiveObjects), 13),
        new(nameof(Objects), 10),
        new(nameof(ObjectSize), 10),
        new(nameof(ObjectsPerSlab), 14),
        new(nameof(Slabs), 8));

    /// <summary>The name and the memory of the slabs: <c>dentry 12.5 MB</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Display.Size(Size)}".TrimEnd());

    static string IRow<SlabCache>.NameOf(SlabCache row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SlabCache, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        using LineReader lines = source.OpenLines();
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.Line.StartsWith("slabinfo - version"u8) || lines.Line is [(byte)'#', ..])
            {
                continue;
            }

            if (Parse(lines.Line, source) is not { } cache)
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, Form));
            }
            else if (!emit(cache))
            {
                return;
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }
    }

    // "name 12 12 320 12 1 : tunables 0 0 0 : slabdata 1 1 0"; a name can contain blanks.
    private static SlabCache? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf(" : tunables"u8);
        int length = colon < 0 ? -1 : NameLength(line[..colon]);
        if (length < 1)
        {
            return null;
        }

        var cache = new SlabCache { Name = source.Intern(line[..length]) };
        bool isCache = Lines.ReadFields(line[length..colon], cache, source, Sizes);
        var parts = new FieldScanner(line[(colon + 3)..]);
        while (!parts.Rest.IsEmpty)
        {
            cache.Take(parts.NextUntil((byte)':'), source);
        }

        cache.Size = cache.Slabs * cache.PagesPerSlab is { } pages and >= 0 ? Saturating.Clamp((Int128)pages * source.Root.Facts.PageSize) : null;
        return isCache ? cache : null;
    }

    private void Take(ReadOnlySpan<byte> part, ProcSource source)
    {
        var words = new FieldScanner(part);
        ReadOnlySpan<byte> name = words.Next();
        int first = name.SequenceEqual("tunables"u8) ? FirstTunable : name.SequenceEqual("slabdata"u8) ? FirstSlab : 0;
        if (first > 0)
        {
            Lines.ReadFields(words.Rest, this, source, fewest: 0, first);
        }
        else
        {
            ((IFields)this).Keep(name, Value.Trim(words.Rest), source);
        }
    }

    // The text before the last five words.
    private static int NameLength(ReadOnlySpan<byte> text)
    {
        int end = text.Length;
        for (int word = 0; word < Sizes && end > 0; word++)
        {
            end = text[..end].TrimEnd((byte)' ').LastIndexOf((byte)' ');
        }

        return end < 0 ? -1 : text[..end].TrimEnd((byte)' ').Length;
    }
}
