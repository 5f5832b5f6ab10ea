namespace ProcFs;

/// <summary>What a file that is brought back keeps beyond its content, its times and its extended attributes.</summary>
[Flags]
public enum KeptAttributes : long
{
    /// <summary>Nothing: it belongs to whoever brings it back, who alone may read and write it.</summary>
    None = 0,

    /// <summary>Its user and group.</summary>
    Owner = 1,

    /// <summary>Its permission bits and access control lists.</summary>
    Mode = 2,

    /// <summary>Its set-id bits, where it keeps its owner, and its capabilities.</summary>
    Privilege = 4,
}
