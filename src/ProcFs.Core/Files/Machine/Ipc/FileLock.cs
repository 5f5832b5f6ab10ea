using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/locks</c>: a lock or lease on a file, or a request that waits for it. Locks of processes outside of the reader's PID namespace are
/// left out. Source: proc_locks(5), lock_get_status() of fs/locks.c, Documentation/filesystems/locks.rst.
/// </summary>
public sealed class FileLock : ILine<FileLock>, IRow<FileLock>
{
    private FileLock()
    {
    }

    /// <summary>The number of the lock in the file; a waiting request has the number of the lock that it waits for.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is a request that waits for the lock with that number.</summary>
    public required bool IsBlocked { get; init; }

    /// <summary>
    /// The kind: <c>FLOCK</c> for flock(2), <c>POSIX</c> for fcntl(2), <c>OFDLCK</c> for an open file description lock, <c>LEASE</c>, <c>DELEG</c>, <c>ACCESS</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The enforcement: <c>ADVISORY</c>, or <c>MANDATORY</c> before 5.15; the state of a lease: <c>ACTIVE</c>, <c>BREAKING</c>, <c>BREAKER</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The access: <c>READ</c> is shared, <c>WRITE</c> is exclusive; <c>UNLCK</c> for a lease that is being broken.</summary>
    public required string Access { get; init; }

    /// <summary>The process that holds it; null if it belongs to an open file description (-1) or to a process outside, or cannot be read.</summary>
    public required int? ProcessId { get; init; }

    /// <summary>The major device number of the file; null if the file is unknown.</summary>
    public required int? DeviceMajor { get; init; }

    /// <summary>The minor device number of the file.</summary>
    public required int? DeviceMinor { get; init; }

    /// <summary>The inode of the file.</summary>
    public required long? Inode { get; init; }

    /// <summary>The first byte that it covers; null if it covers none.</summary>
    public required long? Start { get; init; }

    /// <summary>The last byte that it covers; null for the end of the file, even if the file grows.</summary>
    public required long? End { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<FileLock>.Form => "a number, a kind of lock, a process, a file and a range";

    internal static View View => new(
        typeof(FileLock),
        new(nameof(Number), 6),
        new(nameof(IsBlocked), 9),
        new(nameof(ProcessId), 9) { IsKey = true },
        new(nameof(Type), 7),
        new(nameof(Mode), 9),
        new(nameof(Access), 6),
        new(nameof(DeviceMajor), 11),
        new(nameof(DeviceMinor), 11),
        new(nameof(Inode), 12),
        new(nameof(Start), 10),
        new(nameof(End), 10));

    /// <summary>The process and the lock: <c>1234 FLOCK WRITE fe:00:976118</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{ProcessId} {Type} {Access} {DeviceMajor:x2}:{DeviceMinor:x2}:{Inode}".TrimStart());

    static string IRow<FileLock>.NameOf(FileLock row) => $"{row.Number}";

    /// <inheritdoc/>
    public static FileLock? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int colon = line.IndexOf((byte)':');
        if (colon < 1 || !Text.Number.TryInt32(Grammar.Value.Trim(line[..colon]), out int number))
        {
            return null;
        }

        var words = new FieldScanner(line[(colon + 1)..]);
        FieldScanner behind = words;
        bool isBlocked = behind.Next().SequenceEqual("->"u8);
        words = isBlocked ? behind : words;
        ReadOnlySpan<byte> type = words.Next();
        ReadOnlySpan<byte> mode = words.Next();
        ReadOnlySpan<byte> access = words.Next();
        ReadOnlySpan<byte> process = words.Next();
        ReadOnlySpan<byte> file = words.Next();
        ReadOnlySpan<byte> start = words.Next();
        ReadOnlySpan<byte> end = words.Next();
        if (end.IsEmpty)
        {
            return null;
        }

        var missing = default(UnavailableFields);
        (int? major, int? minor, long? inode) = FileOf(file, ref missing);
        return new FileLock
        {
            Number = number,
            IsBlocked = isBlocked,
            Type = source.Intern(type),
            Mode = source.Intern(mode),
            Access = source.Intern(access),
            ProcessId = ProcessOf(process, ref missing),
            DeviceMajor = major,
            DeviceMinor = minor,
            Inode = inode,
            Start = OffsetOf(start, nameof(Start), source, ref missing),
            End = OffsetOf(end, nameof(End), source, ref missing),
            Unavailable = missing.ToDictionary(),
        };
    }

    // -1 for an open file description, -2 for a remote owner, 0 for a process outside of the reader's PID namespace.
    private static int? ProcessOf(ReadOnlySpan<byte> text, ref UnavailableFields missing)
    {
        bool parsed = Text.Number.TryInt32(text, out int process);
        missing.Add(nameof(ProcessId), parsed ? null : UnavailableReason.Malformed);
        return parsed && process > 0 ? process : null;
    }

    // "fe:00:976118"; "<none>:0" without an inode.
    private static (int? Major, int? Minor, long? Inode) FileOf(ReadOnlySpan<byte> text, ref UnavailableFields missing)
    {
        var parts = new FieldScanner(text);
        ReadOnlySpan<byte> first = parts.NextUntil((byte)':');
        if (first.SequenceEqual("<none>"u8))
        {
            return (null, null, null);
        }

        bool hasMajor = Text.Number.TryHex(first, out ulong major) && major <= int.MaxValue;
        bool hasMinor = Text.Number.TryHex(parts.NextUntil((byte)':'), out ulong minor) && minor <= int.MaxValue;
        bool hasInode = Text.Number.TryInt64(parts.Rest, out long inode);
        missing.Add(nameof(DeviceMajor), hasMajor ? null : UnavailableReason.Malformed);
        missing.Add(nameof(DeviceMinor), hasMinor ? null : UnavailableReason.Malformed);
        missing.Add(nameof(Inode), hasInode ? null : UnavailableReason.Malformed);
        return (hasMajor ? (int)major : null, hasMinor ? (int)minor : null, hasInode ? inode : null);
    }

    private static long? OffsetOf(ReadOnlySpan<byte> text, string property, ProcSource source, ref UnavailableFields missing)
    {
        if (text.SequenceEqual("EOF"u8))
        {
            return null;
        }

        bool parsed = Grammar.Value.TryRead(text, source, out long offset);
        missing.Add(property, parsed ? null : UnavailableReason.Malformed);
        return parsed ? offset : null;
    }
}
