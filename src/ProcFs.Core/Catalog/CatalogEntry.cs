namespace ProcFs;

/// <summary>Makes the object that a file holds of the file's bytes.</summary>
internal delegate T RecordParser<out T>(ReadOnlySpan<byte> text, ProcSource source);

/// <summary>Makes the row that a line holds; null for a line that is not of the file's form.</summary>
internal delegate T? LineParser<out T>(ReadOnlySpan<byte> line, ProcSource source)
    where T : class;

/// <summary>Makes the row that a line holds, where the line's number, counted from 1, is a part of it; null for a line that is not of the file's form.</summary>
internal delegate T? NumberedLineParser<out T>(ReadOnlySpan<byte> line, int lineNumber, ProcSource source)
    where T : class;

/// <summary>Reads the rows of a table or folder and hands each over.</summary>
internal delegate void RowReader<out T>(ProcSource source, Action<T> emit);

/// <summary>A line of the catalog: one path pattern of /proc.</summary>
public sealed class CatalogEntry
{
    internal CatalogEntry(ProcKind kind, string pattern, string description, Access access = Access.Read)
    {
        Kind = kind;
        Pattern = pattern;
        Description = description;
        Access = access;
    }

    /// <summary>
    /// The path, where <c>&lt;pid&gt;</c> and its like stand for a number, other words in brackets for any name, and <c>**</c> for any path below.
    /// </summary>
    public string Pattern { get; }

    /// <summary>What the path is.</summary>
    public ProcKind Kind { get; }

    /// <summary>What it tells, in one line.</summary>
    public string Description { get; }

    /// <summary>What may be done with it.</summary>
    public Access Access { get; }

    /// <summary>The type of the object, or of each row; null for what has no type of its own.</summary>
    public Type? ItemType { get; internal init; }

    /// <summary>Whether a NUL ends each part of the content, and not a newline.</summary>
    public bool EndsEntriesWithNul { get; internal init; }

    /// <summary>Whether it is a value of several lines, each an object of its own.</summary>
    internal bool IsValueOfLines { get; init; }

    internal RecordParser<object>? Parse { get; init; }

    /// <summary>What makes the value of a parameter; null where it is a number or text.</summary>
    internal RecordParser<object?>? ParseValue { get; init; }

    /// <summary>What a value of this parameter is written as; null from it, or in place of it, where that is the plain text of the value.</summary>
    internal Func<object, string?>? FormatValue { get; init; }

    internal RowReader<object>? ReadRows { get; init; }

    internal Func<object, string>? NameOf { get; init; }

    /// <summary>Whether it is a folder of like things: a folder for the kernel, a table for the user.</summary>
    internal bool IsFolderOfRows => Kind == ProcKind.Directory && ReadRows is not null;

    /// <summary>The pattern and what it is.</summary>
    public override string ToString() => $"{Pattern} ({Kind})";
}
