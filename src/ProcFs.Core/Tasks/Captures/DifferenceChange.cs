namespace ProcFs;

/// <summary>How something differs.</summary>
public enum DifferenceChange
{
    /// <summary>It is only in the second capture.</summary>
    Added,

    /// <summary>It is only in the first.</summary>
    Removed,

    /// <summary>It is in both, with other values.</summary>
    Changed,
}
