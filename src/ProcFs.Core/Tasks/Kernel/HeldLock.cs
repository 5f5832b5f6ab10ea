using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A lock or lease on a file, with the path of the file and all who hold it, as lslocks(8) lists them: a line of <c>/proc/locks</c>, and the lines of the same lock in
/// <c>/proc/&lt;pid&gt;/fdinfo</c>.
/// </summary>
public sealed class HeldLock
{
    internal HeldLock(FileLock row) => Lock = row;

    /// <summary>The process that took the lock, or that waits for it; null where it belongs to an open file description that no process was seen to hold.</summary>
    public int? ProcessId => Lock.ProcessId ?? (Holders is [var first, ..] ? first : null);

    /// <summary>The full name of that process; null where it has ended or may not be looked at.</summary>
    public string? ProcessName { get; internal set; }

    /// <summary>What it is: <c>FLOCK</c>, <c>POSIX</c>, <c>OFDLCK</c>, <c>LEASE</c>, <c>DELEG</c>.</summary>
    public string Type => Lock.Type;

    /// <summary>What it is for: <c>READ</c> is shared, <c>WRITE</c> is exclusive.</summary>
    public string Access => Lock.Access;

    /// <summary>How it binds: <c>ADVISORY</c> or <c>MANDATORY</c>; of a lease <c>ACTIVE</c>, <c>BREAKING</c>, <c>BREAKER</c>.</summary>
    public string Mode => Lock.Mode;

    /// <summary>Whether it waits for another one.</summary>
    public bool IsBlocked => Lock.IsBlocked;

    /// <summary>The process whose lock it waits for; null where it waits for none.</summary>
    public int? BlockerId { get; internal set; }

    /// <summary>The file, as a holder sees it; null where no descriptor of it could be looked at.</summary>
    [Unit(Unit.Path)] public string? Target { get; internal set; }

    /// <summary>The first byte that it covers.</summary>
    public long? Start => Lock.Start;

    /// <summary>The last byte that it covers; null for the end of the file.</summary>
    public long? End => Lock.End;

    /// <summary>Every process that has a descriptor with this lock: a lock of flock(2) is inherited by children. Empty where none may be looked at.</summary>
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

    /// <summary>The process and what it holds: <c>1234 FLOCK WRITE /run/x.lock</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{ProcessId} {Type} {Access} {Target}".Trim());
}
