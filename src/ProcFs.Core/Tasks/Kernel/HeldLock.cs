using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A lock or lease on a file, with the path of the file and all holders, as lslocks(8) lists them: a line of <c>/proc/locks</c>, and the lines of the same lock in
/// <c>/proc/&lt;pid&gt;/fdinfo</c>.
/// </summary>
public sealed class HeldLock
{
    internal HeldLock(FileLock row) => Lock = row;

    /// <summary>The process that took the lock or is waiting for it; null if it belongs to an open file description and no process is known to hold it.</summary>
    public int? ProcessId => Lock.ProcessId ?? (Holders is [var first, ..] ? first : null);

    /// <summary>The full name of that process; null if it has ended or access is denied.</summary>
    public string? ProcessName { get; internal set; }

    /// <summary>The kind: <c>FLOCK</c>, <c>POSIX</c>, <c>OFDLCK</c>, <c>LEASE</c>, <c>DELEG</c>.</summary>
    public string Type => Lock.Type;

    /// <summary>The access: <c>READ</c> is shared, <c>WRITE</c> is exclusive.</summary>
    public string Access => Lock.Access;

    /// <summary>The enforcement: <c>ADVISORY</c> or <c>MANDATORY</c>; for a lease, its state: <c>ACTIVE</c>, <c>BREAKING</c>, <c>BREAKER</c>.</summary>
    public string Mode => Lock.Mode;

    /// <summary>Whether it is waiting for another lock.</summary>
    public bool IsBlocked => Lock.IsBlocked;

    /// <summary>The process whose lock it is waiting for; null if it is not waiting.</summary>
    public int? BlockerId { get; internal set; }

    /// <summary>The file, as seen by a holder; null if access to all its descriptors was denied.</summary>
    [Unit(Unit.Path)] public string? Target { get; internal set; }

    /// <summary>The first byte of the range.</summary>
    public long? Start => Lock.Start;

    /// <summary>The last byte of the range; null for the end of the file.</summary>
    public long? End => Lock.End;

    /// <summary>The processes with a descriptor that has this lock: children inherit locks of flock(2). Empty if access to all descriptors is denied.</summary>
    public IReadOnlyList<int> Holders { get; internal set; } = [];

    /// <summary>The line of <c>/proc/locks</c>.</summary>
    public FileLock Lock { get; }

    internal static View View => new(
        typeof(HeldLock),
        new(nameof(ProcessId), 9) { IsKey = true },
        new(nameof(ProcessName), 16),
        new(nameof(Type), 7),
        new(nameof(Access), 6),
        new(nameof(IsBlocked), 9),
        new(nameof(BlockerId), 9),
        new(nameof(Start), 10),
        new(nameof(End), 10),
        new(nameof(Target)));

    /// <summary>The process and its lock: <c>1234 FLOCK WRITE /run/x.lock</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{ProcessId} {Type} {Access} {Target}".Trim());
}
