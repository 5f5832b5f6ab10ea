namespace ProcFs;

/// <summary>What was left out while all processes were read. Whole once the reading has ended.</summary>
public sealed class ReadSummary
{
    /// <summary>How many processes there were.</summary>
    public int Total { get; internal set; }

    /// <summary>How many of them were left out because the caller may not read them.</summary>
    public int Denied { get; internal set; }
}
