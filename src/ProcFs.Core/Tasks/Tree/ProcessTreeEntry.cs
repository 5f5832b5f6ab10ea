using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A process in its place among the others: children come behind their parent, one level deeper.</summary>
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

    /// <summary>The parent; 0 for none that can be seen.</summary>
    public int? ParentProcessId { get; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public string Name { get; }

    /// <summary>When it started; null where the start of the machine is not known.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>The effective user's name; the id where the system knows none.</summary>
    public string? User { get; }

    /// <summary>What it is doing.</summary>
    public ProcessState State { get; }

    /// <summary>The arguments; empty for a kernel thread or a zombie.</summary>
    [Unit(Unit.Arguments)] public string[] CommandLine { get; }

    /// <summary>How many parents are above it: 0 at the top.</summary>
    public int Depth { get; }

    /// <summary>The lines that lead to it when the tree is drawn: <c>│ ├─</c>.</summary>
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
