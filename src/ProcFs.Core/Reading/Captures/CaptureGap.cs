namespace ProcFs;

/// <summary>Files that are not in a capture, and the processes to which they belong.</summary>
public sealed class CaptureGap
{
    /// <summary>The paths below the directory of the process, or below the root; the id of a thread is written as <c>&lt;tid&gt;</c>.</summary>
    public IReadOnlyList<string> Files { get => field ?? []; init; }

    /// <summary>The ids of the processes; empty for files of the machine.</summary>
    public IReadOnlyList<int> Processes { get => field ?? []; init; }

    /// <summary>The files.</summary>
    public override string ToString() => string.Join(", ", Files);
}
