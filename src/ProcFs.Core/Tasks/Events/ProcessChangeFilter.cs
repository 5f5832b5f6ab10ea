using ProcFs.Text;

namespace ProcFs;

/// <summary>Which changes of processes are returned: those that match all of the filters; null matches all.</summary>
public sealed class ProcessChangeFilter
{
    /// <summary>The ids of the processes.</summary>
    public IReadOnlyList<int>? Ids { get; init; }

    /// <summary>The names of the processes, before or after the change; wildcards.</summary>
    public IReadOnlyList<Wildcard>? Names { get; init; }

    /// <summary>The names of the effective users, before or after the change; wildcards.</summary>
    public IReadOnlyList<Wildcard>? Users { get; init; }

    /// <summary>The ids of the parents.</summary>
    public IReadOnlyList<int>? Parents { get; init; }

    /// <summary>The kinds of changes.</summary>
    public IReadOnlyList<ProcessChangeKind>? Changes { get; init; }

    internal bool Accepts(ProcessChange change) =>
        (Ids is null || Ids.Contains(change.ProcessId))
        && (Parents is null || (change.ParentProcessId is { } parent && Parents.Contains(parent)))
        && (Changes is null || Changes.Contains(change.Change))
        && IsAny(Names, change.ProcessName, change.PreviousName)
        && IsAny(Users, change.User, change.PreviousUser);

    private static bool IsAny(IReadOnlyList<Wildcard>? patterns, string? now, string? before) =>
        patterns is null || patterns.Any(pattern => (now is not null && pattern.IsMatch(now.AsSpan())) || (before is not null && pattern.IsMatch(before.AsSpan())));
}
