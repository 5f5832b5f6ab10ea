namespace ProcFs;

/// <summary>What a path of /proc is.</summary>
public enum ProcKind : long
{
    /// <summary>A process.</summary>
    Process,

    /// <summary>A thread of a process.</summary>
    Thread,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A file that holds one object.</summary>
    Record,

    /// <summary>A file that holds one object a line or block.</summary>
    Table,

    /// <summary>One of the objects of a table, or of a folder of like things.</summary>
    Row,

    /// <summary>A value that can be read or written.</summary>
    Parameter,

    /// <summary>A file of text.</summary>
    Text,

    /// <summary>A file that is no text.</summary>
    Binary,

    /// <summary>A link to another path.</summary>
    Link,
}
