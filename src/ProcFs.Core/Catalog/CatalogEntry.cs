namespace ProcFs;

/// <summary>A line of the catalog: one path pattern of /proc, what it is, and how it is read.</summary>
public abstract class CatalogEntry
{
    private const ReadEffects ForRequestOnly = ReadEffects.OnRequest | ReadEffects.Blocks | ReadEffects.Consumes | ReadEffects.Huge;

    private const string OfProcess = "<pid>/";
    private const string OfThread = "<pid>/task/<tid>/";

    private protected CatalogEntry(ProcKind kind, string pattern, string description)
    {
        Kind = kind;
        Pattern = pattern;
        Description = description;
    }

    /// <summary>
    /// The path, where <c>&lt;pid&gt;</c> and its like stand for a number, other words in brackets for any name, and <c>**</c> for any path below.
    /// </summary>
    public string Pattern { get; }

    /// <summary>What the path is.</summary>
    public ProcKind Kind { get; }

    /// <summary>What it tells, in one line.</summary>
    public string Description { get; }

    /// <summary>The part of /proc that it belongs to: <c>Process</c>, <c>Machine</c>, <c>Net</c>, <c>Parameters/Vm</c>.</summary>
    public string Area { get; internal set; } = "";

    /// <summary>The section of that part. The sources of the section's types lie in the folder of its name.</summary>
    public string Section { get; internal set; } = "";

    /// <summary>What may be done with it.</summary>
    public virtual Access Access => Access.Read;

    /// <summary>What reading it costs or does.</summary>
    public ReadEffects Effects { get; internal init; }

    /// <summary>Whether it is read only when it is named: reading it consumes, blocks, or costs a lot.</summary>
    public bool IsReadOnRequest => (Effects & ForRequestOnly) != 0;

    /// <summary>The capability that reading it needs where the caller is not its owner; null where any user may, or root alone.</summary>
    public string? ReadCapability => ReadRule.Capability;

    /// <summary>The capability that writing it needs beyond being its owner; null where none helps, or root alone may.</summary>
    public string? WriteCapability => WriteRule?.Capability;

    /// <summary>The first kernel that has it, such as <c>4.14</c>; null where that is not known here.</summary>
    public string? Since { get; internal init; }

    /// <summary>The type of the object, or of each row; null for what has no type of its own.</summary>
    public virtual Type? ItemType => null;

    /// <summary>Whether a NUL ends each part of the content, and not a newline.</summary>
    public bool EndsEntriesWithNul { get; internal init; }

    /// <summary>Who may read it.</summary>
    internal ReadRule ReadRule { get; init; } = ReadRule.Any;

    /// <summary>Who may write it; null where nothing beyond the file's mode is known.</summary>
    internal WriteRule? WriteRule { get; init; }

    /// <summary>Whether it is a file or folder of a process, or of each of its threads.</summary>
    internal bool IsOfProcess => Pattern.StartsWith(OfProcess, StringComparison.Ordinal);

    /// <summary>Whether only the folders of threads have it.</summary>
    internal bool IsOfThread => Pattern.StartsWith(OfThread, StringComparison.Ordinal);

    /// <summary>The path below the folder of the process or thread, or below the root.</summary>
    internal string File => Pattern[(IsOfThread ? OfThread.Length : IsOfProcess ? OfProcess.Length : 0)..];

    /// <summary>The pattern and what it is.</summary>
    public override string ToString() => $"{Pattern} ({Kind})";
}
