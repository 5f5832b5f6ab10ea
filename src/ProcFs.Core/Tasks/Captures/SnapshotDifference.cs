using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>One difference between two captures, or between a capture and the live machine.</summary>
public sealed class SnapshotDifference
{
    /// <summary>What differs.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>How it differs.</summary>
    public required DifferenceChange Change { get; init; }

    /// <summary>What identifies it: the target of a descriptor, the name of a parameter, the id of a process.</summary>
    public required string Key { get; init; }

    /// <summary>The process, in the second capture if it is there; null for a thing of the machine.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The name of that process.</summary>
    public string? ProcessName { get; init; }

    /// <summary>The value in the first capture; null if it is only in the second.</summary>
    public string? Reference { get; init; }

    /// <summary>The value in the second capture; null if it is only in the first.</summary>
    public string? Difference { get; init; }

    /// <summary>The growth of a counter per second; null for other things, and for a counter that was reset.</summary>
    [Unit(Unit.PerSecond)] public double? PerSecond { get; init; }

    internal static View View => new(
        typeof(SnapshotDifference),
        new(nameof(Kind), 10),
        new(nameof(Change), 7),
        new(nameof(ProcessName), 16) { Label = "Process" },
        new(nameof(Key), 28),
        new(nameof(Reference), 18),
        new(nameof(Difference), 18),
        new(nameof(PerSecond), 10) { Label = "/s" });

    /// <summary>The difference, on one line.</summary>
    public override string ToString() => DisplayText.Escape($"{Kind} {Change} {Key}");
}
