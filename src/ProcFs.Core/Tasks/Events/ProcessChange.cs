using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A process that starts, executes a program, changes its credentials or ends. Models the events of the process connector (include/uapi/linux/cn_proc.h), with the
/// data of <c>/proc/&lt;pid&gt;</c> at that time.
/// </summary>
public sealed class ProcessChange
{
    internal ProcessChange()
    {
    }

    /// <summary>The time of the change; with polling, that of the sample that found it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The kind of the change.</summary>
    public required ProcessChangeKind Change { get; init; }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id of its parent; null if it is unknown.</summary>
    public required int? ParentProcessId { get; init; }

    /// <summary>The full name after the change; null if the process ended before it could be read. A process that starts has the name of its parent.</summary>
    public required string? ProcessName { get; init; }

    /// <summary>The name before it executed another program; null for other changes.</summary>
    public string? PreviousName { get; init; }

    /// <summary>The start time; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The arguments, program first; none for a kernel thread. Null if the process ended before they could be read.</summary>
    [Unit(Unit.Arguments)] public required string[]? CommandLine { get; init; }

    /// <summary>The program file, relative to its own root; null for a kernel thread, or if it cannot be read.</summary>
    [Unit(Unit.Path)] public required string? Executable { get; init; }

    /// <summary>The name of the effective user, or the id of one without a name.</summary>
    public required string? User { get; init; }

    /// <summary>The name of the effective group, or the id of one without a name.</summary>
    public required string? Group { get; init; }

    /// <summary>The real and the effective user id; null if they are unknown.</summary>
    public required uint[]? UserIds { get; init; }

    /// <summary>The real and the effective group id; null if they are unknown.</summary>
    public required uint[]? GroupIds { get; init; }

    /// <summary>The effective user before the change of credentials; null for other changes, or if it is unknown.</summary>
    public string? PreviousUser { get; init; }

    /// <summary>The effective group before the change of credentials; null for other changes, or if it is unknown.</summary>
    public string? PreviousGroup { get; init; }

    /// <summary>The real and the effective user id before the change of credentials; null for other changes, or if they are unknown.</summary>
    public uint[]? PreviousUserIds { get; init; }

    /// <summary>The real and the effective group id before the change of credentials; null for other changes, or if they are unknown.</summary>
    public uint[]? PreviousGroupIds { get; init; }

    /// <summary>The exit status; null if it has not ended, was ended by a signal, or polling found it too late.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that has ended it, such as SIGKILL; null if none has, or polling found it too late.</summary>
    public string? ExitSignal { get; init; }

    /// <summary>Whether the signal has made it dump core; null if no signal has ended it.</summary>
    public bool? HasDumpedCore { get; init; }

    /// <summary>How long it lived; null if it has not ended, or the start time is unknown.</summary>
    [Unit(Unit.Duration)] public TimeSpan? Lifetime { get; init; }

    /// <summary>How the change became known.</summary>
    public required ProcessChangeSource Source { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(ProcessChange),
        new(nameof(Time), 8) { Show = Cells.Clock },
        new(nameof(ProcessId), 9),
        new(nameof(ParentProcessId), 7) { Label = "Parent" },
        new(nameof(Change), 18),
        new(nameof(ProcessName), 16) { Label = "Name" },
        new(nameof(User), 14) { With = [nameof(PreviousUser)], Show = Cells.UserChange },
        new(nameof(ExitCode), 8) { Label = "Exit", With = [nameof(ExitSignal)], Show = Cells.Exit },
        new(nameof(Lifetime), 8),
        new(nameof(CommandLine)) { With = [nameof(ProcessName)], Show = Cells.CommandLine });

    /// <summary>The process and the change, on one line: <c>1234:Executed -> sleep</c>.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Change}", ProcessName);
}
