using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/mtrr</c>: a range of physical memory and its caching type. Source: mtrr_seq_show() of arch/x86/kernel/cpu/mtrr/if.c.
/// </summary>
public sealed class MemoryTypeRange : ILine<MemoryTypeRange>, IRow<MemoryTypeRange>
{
    private MemoryTypeRange()
    {
    }

    /// <summary>The register.</summary>
    public required int Register { get; init; }

    /// <summary>The first address.</summary>
    [Unit(Unit.Hex)] public required ulong Base { get; init; }

    /// <summary>The size in bytes.</summary>
    [Unit(Unit.Bytes)] public required long Size { get; init; }

    /// <summary>The usage count; null if the kernel does not report it.</summary>
    public required int? Count { get; init; }

    /// <summary>The caching type: <c>write-back</c>, <c>uncachable</c>, <c>write-combining</c>.</summary>
    public required string Type { get; init; }

    static string ILine<MemoryTypeRange>.Form => "a register, an address, a size and a kind";

    internal static View View => new(
        typeof(MemoryTypeRange),
        new(nameof(Register), 8),
        new(nameof(Base), 12),
        new(nameof(Size), 9),
        new(nameof(Type), 16));

    /// <summary>The range and its type.</summary>
    public override string ToString() => DisplayText.Escape($"{Base:x} {Display.Size(Size)} {Type}");

    static string IRow<MemoryTypeRange>.NameOf(MemoryTypeRange row) => $"reg{row.Register:00}";

    /// <inheritdoc/>
    public static MemoryTypeRange? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // reg00: base=0x080000000 ( 2048MB), size= 2048MB, count=1: uncachable
        var parts = new FieldScanner(line);
        ReadOnlySpan<byte> register = parts.NextUntil((byte)':');
        parts.NextUntil((byte)'=');
        ReadOnlySpan<byte> address = parts.Next().TrimEnd((byte)',');
        parts.NextUntil((byte)'=');
        ReadOnlySpan<byte> size = Value.Trim(parts.NextUntil((byte)','));
        int colon = parts.Rest.LastIndexOf((byte)':');
        int equals = parts.Rest.IndexOf((byte)'=');
        bool isRange = register.StartsWith("reg"u8) & Value.TryPrefixedHex(address, source, out ulong start) & TrySize(size, out long bytes);
        bool isCount = Number.TryInt32(colon < 0 || equals > colon ? default : parts.Rest[(equals + 1)..colon], out int count);
        return isRange && colon >= 0 && Number.TryInt32(register[3..], out int number)
            ? new MemoryTypeRange { Register = number, Base = start, Size = bytes, Count = isCount ? count : null, Type = source.Intern(Value.Trim(parts.Rest[(colon + 1)..])) }
            : null;
    }

    // "2048MB", "64KB"
    private static bool TrySize(ReadOnlySpan<byte> text, out long bytes)
    {
        bytes = 0;
        return (text.EndsWith("MB"u8) && Value.TryUnits(text[..^2], 1024 * 1024, out bytes)) || (text.EndsWith("KB"u8) && Value.TryUnits(text[..^2], 1024, out bytes));
    }
}
