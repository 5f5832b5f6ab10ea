using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/maps</c>: a memory region shared by all processes of a machine without an MMU. Source: nommu_region_show() of fs/proc/nommu.c.
/// </summary>
public sealed class MemoryRegion : ILine<MemoryRegion>, IRow<MemoryRegion>
{
    private MemoryRegion()
    {
    }

    /// <summary>The first address.</summary>
    [Unit(Unit.Address)] public required ulong Start { get; init; }

    /// <summary>The end address (exclusive).</summary>
    [Unit(Unit.Address)] public required ulong End { get; init; }

    /// <summary>The size, in bytes.</summary>
    [Unit(Unit.Bytes)] public long Size => Saturating.Clamp((Int128)End - Start);

    /// <summary>The permissions: <c>r-xs</c>.</summary>
    public required string Rights { get; init; }

    /// <summary>The offset in the file; null if it cannot be read.</summary>
    [Unit(Unit.Hex)] public required ulong? Offset { get; init; }

    /// <summary>The device of the file: the major and minor numbers in hexadecimal.</summary>
    public required string Device { get; init; }

    /// <summary>The inode of the file; 0 if there is none, null if it cannot be read.</summary>
    public required long? Inode { get; init; }

    /// <summary>The file; null if there is none.</summary>
    [Unit(Unit.Path)] public required string? Target { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<MemoryRegion>.Form => "a range of addresses, rights, an offset, a device and an inode";

    internal static View View => new(
        typeof(MemoryRegion),
        new(nameof(Start), 16),
        new(nameof(Size), 9),
        new(nameof(Rights), 6),
        new(nameof(Target)));

    /// <summary>The range and the file.</summary>
    public override string ToString() => DisplayText.Escape($"{Start:x}-{End:x} {Target}".TrimEnd());

    static string IRow<MemoryRegion>.NameOf(MemoryRegion row) => $"{row.Start:x}-{row.End:x}";

    /// <inheritdoc/>
    public static MemoryRegion? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> range = words.Next();
        int dash = range.IndexOf((byte)'-');
        ReadOnlySpan<byte> rights = words.Next();
        if (dash < 1 || rights.IsEmpty || !Number.TryHex(range[..dash], out ulong start) | !Number.TryHex(range[(dash + 1)..], out ulong end))
        {
            return null;
        }

        var missing = default(UnavailableFields);
        bool isOffset = Number.TryHex(words.Next(), out ulong offset);
        ReadOnlySpan<byte> device = words.Next();
        bool isInode = Value.TryRead(words.Next(), source, out long inode);
        missing.Add(nameof(Offset), isOffset ? null : UnavailableReason.Malformed);
        missing.Add(nameof(Inode), isInode ? null : UnavailableReason.Malformed);
        ReadOnlySpan<byte> path = Value.Trim(words.Rest);
        return new MemoryRegion
        {
            Start = start,
            End = end,
            Rights = source.Intern(rights),
            Offset = isOffset ? offset : null,
            Device = source.Intern(device),
            Inode = isInode ? inode : null,
            Target = path.IsEmpty ? null : source.Intern(path),
            Unavailable = missing.ToDictionary(),
        };
    }
}
