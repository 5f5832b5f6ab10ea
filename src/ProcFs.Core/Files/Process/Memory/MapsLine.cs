using ProcFs.Text;

namespace ProcFs;

/// <summary>A line of <c>/proc/&lt;pid&gt;/maps</c>, or the first line of a block of <c>smaps</c>, parsed in place.</summary>
internal readonly ref struct MapsLine
{
    /// <summary>The format of such a line, for the error about a malformed one.</summary>
    public const string Form = "an address range, rights, an offset, a device, an inode and a name";

    public ulong Start { get; private init; }

    public ulong End { get; private init; }

    public MappingProtection Protection { get; private init; }

    public bool IsShared { get; private init; }

    public long Offset { get; private init; }

    public int DeviceMajor { get; private init; }

    public int DeviceMinor { get; private init; }

    public ulong Inode { get; private init; }

    /// <summary>The name as in the line, which <see cref="MappingNames"/> interprets. Empty for memory without a name.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    public static bool TryParse(ReadOnlySpan<byte> line, out MapsLine result)
    {
        result = default;
        var fields = new FieldScanner(line);
        if (!fields.TryHexUntil((byte)'-', out ulong start)
            || !fields.TryHexUntil((byte)' ', out ulong end)
            || fields.NextUntil((byte)' ') is not { Length: 4 } rights
            || !fields.TryHexUntil((byte)' ', out ulong offset)
            || !fields.TryHexUntil((byte)':', out ulong major)
            || !fields.TryHexUntil((byte)' ', out ulong minor)
            || !Number.TryUInt64(fields.NextUntil((byte)' '), out ulong inode))
        {
            return false;
        }

        result = new MapsLine
        {
            Start = start,
            End = end,
            Protection = ProtectionOf(rights),
            IsShared = rights[3] == 's',
            Offset = (long)offset,
            DeviceMajor = (int)major,
            DeviceMinor = (int)minor,
            Inode = inode,
            Name = NameOf(fields.Rest),
        };
        return true;
    }

    // The kernel pads it with spaces; a path begins with a slash.
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> rest)
    {
        int start = rest.IndexOfAnyExcept((byte)' ');
        return start < 0 ? default : rest[start..];
    }

    private static MappingProtection ProtectionOf(ReadOnlySpan<byte> rights) =>
        (rights[0] == 'r' ? MappingProtection.Read : 0)
        | (rights[1] == 'w' ? MappingProtection.Write : 0)
        | (rights[2] == 'x' ? MappingProtection.Execute : 0);
}
