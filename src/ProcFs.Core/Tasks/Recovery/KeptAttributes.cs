namespace ProcFs;

/// <summary>The attributes that a restored file keeps in addition to its content, timestamps and extended attributes.</summary>
[Flags]
public enum KeptAttributes : long
{
    /// <summary>None: the file belongs to the caller, who alone can read and write it.</summary>
    None = 0,

    /// <summary>Its user and group.</summary>
    Owner = 1,

    /// <summary>Its permission bits and access control lists.</summary>
    Mode = 2,

    /// <summary>Its set-id bits, if it keeps its owner, and its capabilities.</summary>
    Privilege = 4,
}
