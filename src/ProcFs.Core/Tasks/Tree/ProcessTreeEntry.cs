using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A process in the tree: children follow their parent, one level deeper.</summary>
public sealed class ProcessTreeEntry
{
    internal ProcessTreeEntry(ProcessInfo process, int depth, string branch)
    {
        ProcessId = process.ProcessId;
        ParentProcessId = process.ParentProcessId;
        Name = process.Name;
        StartTime = process.StartTime;
        User = process.User;
        State = process.State;
        CommandLine = process.CommandLine;
        Depth = depth;
        Branch = branch;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The parent; 0 if none is visible.</summary>
    public int? ParentProcessId { get; }

    /// <summary>The full name as shown by Get-Process.</summary>
    public string Name { get; }

    /// <summary>The start time; null if the boot time is unknown.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>The name of the effective user; the id if the system has no name for it.</summary>
    public string? User { get; }

    /// <summary>The state.</summary>
    public ProcessState State { get; }

    /// <summary>The arguments; empty for a kernel thread or a zombie.</summary>
    [Unit(Unit.Arguments)] public string[] CommandLine { get; }

    /// <summary>The number of ancestors in the tree: 0 at the top.</summary>
    public int Depth { get; }

    /// <summary>The branch lines of the drawn tree: <c>│ ├─</c>.</summary>
    public string Branch { get; }

    internal static View View => new(
        typeof(ProcessTreeEntry),
        new(nameof(ProcessId), 9),
        new(nameof(User), 12),
        new(nameof(State), 10),
        new(nameof(StartTime), 19),
        new(nameof(CommandLine)) { With = [nameof(Name), nameof(Branch)], Show = Cells.Branch });

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);
}
