namespace ProcFs;

/// <summary>The kind of a path in /proc.</summary>
public enum ProcKind : long
{
    /// <summary>A process.</summary>
    Process,

    /// <summary>A thread of a process.</summary>
    Thread,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A file that contains one object.</summary>
    Record,

    /// <summary>A file that contains one object per line or block.</summary>
    Table,

    /// <summary>An object of a table, or of a folder of uniform items.</summary>
    Row,

    /// <summary>A value that can be read or written.</summary>
    Parameter,

    /// <summary>A text file.</summary>
    Text,

    /// <summary>A binary file.</summary>
    Binary,

    /// <summary>A link to another path.</summary>
    Link,
}
