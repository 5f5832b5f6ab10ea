namespace ProcFs;

/// <summary>What a capture takes, beyond what the catalog says.</summary>
public sealed class CaptureOptions
{
    /// <summary>The processes; null for all.</summary>
    public ProcessSelection? Processes { get; init; }

    /// <summary>Patterns of the catalog for files that are left out otherwise.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the catalog for files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>How the environment of processes is taken.</summary>
    public CapturedEnvironment Environment { get; init; }

    /// <summary>Whether the memory of each mapping is taken: <c>smaps</c>, <c>smaps_rollup</c> and <c>numa_maps</c>, which lock the process meanwhile.</summary>
    public bool IncludeSmaps { get; init; }

    /// <summary>Whether an existing capture is replaced.</summary>
    public bool Replaces { get; init; }
}
