using ProcFs.Views;

namespace ProcFs;

/// <summary>A path of /proc as shown in a listing: its kind, description, and value if that is short.</summary>
public sealed class ProcEntry
{
    /// <summary>The last part of the path; a slash for the root.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of the path.</summary>
    public required ProcKind Kind { get; init; }

    /// <summary>The target of a link, the value of a parameter, the name of a process; null if there is none, or access is denied.</summary>
    public required string? Value { get; init; }

    /// <summary>The description, in one line; null for a path that is not in the catalog.</summary>
    public required string? Description { get; init; }

    /// <summary>The process of the path; null for a path of the machine.</summary>
    public required int? ProcessId { get; init; }

    /// <summary>Whether the path is a link, even if it is shown as its target, as <c>self</c> is.</summary>
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
