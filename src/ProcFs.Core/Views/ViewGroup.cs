namespace ProcFs.Views;

/// <summary>The grouping of a table, with a header for each group.</summary>
public enum ViewGroup
{
    /// <summary>No grouping.</summary>
    None,

    /// <summary>The listed folder of the drive.</summary>
    Folder,

    /// <summary>The time of the round of measurement.</summary>
    Round,
}
