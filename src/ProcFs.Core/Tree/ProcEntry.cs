using ProcFs.Views;

namespace ProcFs;

/// <summary>A path of /proc as a listing shows it: what it is, what it tells, and its value where that is short.</summary>
public sealed class ProcEntry
{
    /// <summary>The last part of the path; a slash for the root.</summary>
    public required string Name { get; init; }

    /// <summary>What the path is.</summary>
    public required ProcKind Kind { get; init; }

    /// <summary>The target of a link, the value of a parameter, the name of a process; null for what has none, or may not be read.</summary>
    public required string? Value { get; init; }

    /// <summary>What it tells, in one line; null for a path that the catalog does not know.</summary>
    public required string? Description { get; init; }

    /// <summary>The process that it belongs to; null for what belongs to the machine.</summary>
    public required int? ProcessId { get; init; }

    /// <summary>Whether the path is a link, even where it shows what the link leads to, as <c>self</c> does.</summary>
    public required bool IsLink { get; init; }

    /// <summary>The path in the file system.</summary>
    public required string ProcPath { get; init; }

    internal static View View => new(
        typeof(ProcEntry),
        new(nameof(Kind), 9),
        new(nameof(Name), 30) { Emphasis = "PSIsContainer" },
        new(nameof(Value), 22) { With = [nameof(IsLink)], Show = Cells.Entry },
        new(nameof(Description)))
    {
        Group = ViewGroup.Folder,
    };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
