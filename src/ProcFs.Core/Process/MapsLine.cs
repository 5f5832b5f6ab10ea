using ProcFs.Text;

namespace ProcFs;

/// <summary>A line of <c>/proc/&lt;pid&gt;/maps</c>, or the first line of a block of <c>smaps</c>, taken apart in place.</summary>
internal readonly ref struct MapsLine
{
    /// <summary>What such a line holds, for the error about one that does not.</summary>
    public const string Form = "an address range, rights, an offset, a device, an inode and a name";

    public ulong Start { get; private init; }

    public ulong End { get; private init; }

    public MappingProtection Protection { get; private init; }

    public bool IsShared { get; private init; }

    public long Offset { get; private init; }

    public int DeviceMajor { get; private init; }

    public int DeviceMinor { get; private init; }

    public ulong Inode { get; private init; }

    /// <summary>The name as the line has it: <see cref="MappingNames"/> knows what it means. Empty for nameless memory.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    public static bool TryParse(ReadOnlySpan<byte> line, out MapsLine result)
    {
        result = default;
        var fields = new FieldScanner(line);
        if (!Number.TryHex(fields.NextUntil((byte)'-'), out ulong start)
            || !Number.TryHex(fields.NextUntil((byte)' '), out ulong end)
            || fields.Next() is not { Length: 4 } rights
            || !Number.TryHex(fields.Next(), out ulong offset)
            || !TryDevice(fields.Next(), out int major, out int minor)
            || !Number.TryUInt64(fields.Next(), out ulong inode))
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
            DeviceMajor = major,
            DeviceMinor = minor,
            Inode = inode,
            Name = fields.Rest.TrimStart((byte)' '),
        };
        return true;
    }

    private static bool TryDevice(ReadOnlySpan<byte> text, out int major, out int minor)
    {
        int colon = text.IndexOf((byte)':');
        ulong low = 0;
        bool parsed = Number.TryHex(colon < 0 ? default : text[..colon], out ulong high) && Number.TryHex(text[(colon + 1)..], out low);
        major = (int)high;
        minor = (int)low;
        return parsed;
    }

    private static MappingProtection ProtectionOf(ReadOnlySpan<byte> rights) =>
        (rights[0] == 'r' ? MappingProtection.Read : 0)
        | (rights[1] == 'w' ? MappingProtection.Write : 0)
        | (rights[2] == 'x' ? MappingProtection.Execute : 0);
}
