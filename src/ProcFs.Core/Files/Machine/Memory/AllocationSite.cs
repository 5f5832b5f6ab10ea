using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/allocinfo</c>: a line of kernel code that allocates memory, and its allocations. Source: Documentation/mm/allocation-profiling.rst,
/// alloc_tag_to_text() of lib/alloc_tag.c.
/// </summary>
public sealed class AllocationSite : ITable<AllocationSite>
{
    private AllocationSite()
    {
    }

    /// <summary>The allocated memory, in bytes; null if it cannot be read.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>The number of allocations; null if it cannot be read.</summary>
    public required long? Calls { get; init; }

    /// <summary>The source file: <c>mm/slub.c</c>.</summary>
    [Unit(Unit.Path)] public required string File { get; init; }

    /// <summary>The line in the source file; null if it cannot be read.</summary>
    public required int? Line { get; init; }

    /// <summary>The module; null for the kernel itself.</summary>
    public required string? Module { get; init; }

    /// <summary>The function: <c>alloc_slab_page</c>; null if the file does not include it.</summary>
    public required string? Function { get; init; }

    /// <summary>Whether the counts are exact; they are not if the kernel had no memory for a counter (since 6.18).</summary>
    public required bool IsAccurate { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(AllocationSite),
        new(nameof(Size), 9),
        new(nameof(Calls), 10),
        new(nameof(Function), 32),
        new(nameof(Line), 6),
        new(nameof(File)));

    /// <summary>The function and the allocated memory: <c>alloc_slab_page 12.5 MB</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Function ?? File} {Display.Size(Size)}".TrimEnd());

    static string IRow<AllocationSite>.NameOf(AllocationSite row) => $"{row.File.Replace('/', '_')}:{row.Line}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AllocationSite, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("allocinfo - version"u8) || line is [(byte)'#', ..],
        static _ => { },
        static (line, from) => Parse(line, from),
        "a size, a number of allocations and a place in the source",
        emit);

    // "   4096        1 mm/slub.c:2325 [module] func:alloc_slab_page"
    private static AllocationSite? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        bool isSize = Value.TryUnits(words.Next(), 1, out long size);
        bool isCalls = Value.TryRead(words.Next(), source, out long calls);
        ReadOnlySpan<byte> place = words.Next();
        int colon = place.LastIndexOf((byte)':');
        if (colon < 1)
        {
            return null;
        }

        bool isLine = Number.TryInt32(place[(colon + 1)..], out int number);
        (string? module, string? function, bool isAccurate) = (null, null, true);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            module = word is [(byte)'[', .., (byte)']'] ? source.Intern(word[1..^1]) : module;
            function = word.StartsWith("func:"u8) ? source.Intern(word["func:"u8.Length..]) : function;
            isAccurate &= !word.SequenceEqual("accurate:no"u8);
        }

        var missing = default(UnavailableFields);
        missing.Add(nameof(Size), isSize ? null : UnavailableReason.Malformed);
        missing.Add(nameof(Calls), isCalls ? null : UnavailableReason.Malformed);
        missing.Add(nameof(Line), isLine ? null : UnavailableReason.Malformed);
        return new AllocationSite
        {
            Size = isSize ? size : null,
            Calls = isCalls ? calls : null,
            File = source.Intern(place[..colon]),
            Line = isLine ? number : null,
            Module = module,
            Function = function,
            IsAccurate = isAccurate,
            Unavailable = missing.ToDictionary(),
        };
    }
}
