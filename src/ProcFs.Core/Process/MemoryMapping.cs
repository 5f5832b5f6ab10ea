using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/maps</c>: a range of a process's virtual memory and what is mapped there. Source: proc_pid_maps(5),
/// fs/proc/task_mmu.c.
/// </summary>
public sealed class MemoryMapping
{
    /// <summary>What a line of the file holds, for the error about one that does not.</summary>
    internal const string Form = "an address range, rights, an offset, a device, an inode and a name";

    private MemoryMapping()
    {
    }

    /// <summary>The process that it belongs to.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Where the range starts.</summary>
    public required ulong Start { get; init; }

    /// <summary>Where the range ends: the first address behind it.</summary>
    public required ulong End { get; init; }

    /// <summary>What may be done with the memory.</summary>
    public required MappingProtection Protection { get; init; }

    /// <summary>Whether changes are seen by all who map the same; otherwise they are private (copy on write).</summary>
    public required bool IsShared { get; init; }

    /// <summary>Where in the file the range starts, in bytes.</summary>
    public required long Offset { get; init; }

    /// <summary>The device of the file: major number.</summary>
    public required int DeviceMajor { get; init; }

    /// <summary>The device of the file: minor number.</summary>
    public required int DeviceMinor { get; init; }

    /// <summary>The inode of the file; 0 for memory without a file.</summary>
    public required ulong Inode { get; init; }

    /// <summary>
    /// The file, or the kernel's name for memory without one (<c>[heap]</c>, <c>[stack]</c>, <c>[anon:name]</c>); null for nameless memory. The path of a
    /// deleted file is the one it had, without " (deleted)".
    /// </summary>
    public required string? Path { get; init; }

    /// <summary>Whether no name leads to the file any more.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>Bytes in the range.</summary>
    public long Size => (long)(End - Start);

    /// <summary>The range as the kernel names it in <c>map_files</c>.</summary>
    public string Range => $"{Start:x}-{End:x}";

    /// <summary>Reads a line; null where it is not of the file's form.</summary>
    internal static MemoryMapping? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        if (!Number.TryHex(fields.NextUntil((byte)'-'), out ulong start)
            || !Number.TryHex(fields.NextUntil((byte)' '), out ulong end)
            || fields.Next() is not { Length: 4 } rights
            || !Number.TryHex(fields.Next(), out ulong offset)
            || !TryDevice(fields.Next(), out int major, out int minor)
            || !Number.TryUInt64(fields.Next(), out ulong inode))
        {
            return null;
        }

        ReadOnlySpan<byte> path = fields.Rest.TrimStart((byte)' ');
        bool isDeleted = inode != 0 && DeletedSuffix.IsAtEndOf(path);
        return new MemoryMapping
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Start = start,
            End = end,
            Protection = ProtectionOf(rights),
            IsShared = rights[3] == 's',
            Offset = (long)offset,
            DeviceMajor = major,
            DeviceMinor = minor,
            Inode = inode,
            Path = path.IsEmpty ? null : source.Intern(isDeleted ? DeletedSuffix.Strip(path) : path),
            IsDeleted = isDeleted,
        };
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
