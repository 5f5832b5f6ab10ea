namespace ProcFs.Views;

/// <summary>What a table is divided by, with a header for each part.</summary>
public enum ViewGroup
{
    /// <summary>Nothing: it is one table.</summary>
    None,

    /// <summary>The folder of the drive that was listed.</summary>
    Folder,

    /// <summary>The time of the round of measurement.</summary>
    Round,
}
