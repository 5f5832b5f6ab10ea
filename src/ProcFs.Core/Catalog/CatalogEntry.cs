namespace ProcFs;

/// <summary>A line of the catalog: a path pattern of /proc, its kind, and the way to read it.</summary>
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
    /// The path, in which <c>&lt;pid&gt;</c> and the like stand for a number, other words in angle brackets for any name, and <c>**</c> for any path below.
    /// </summary>
    public string Pattern { get; }

    /// <summary>The kind of the path.</summary>
    public ProcKind Kind { get; }

    /// <summary>The description, on one line.</summary>
    public string Description { get; }

    /// <summary>The area of /proc: <c>Process</c>, <c>Machine</c>, <c>Net</c>, <c>Parameters/Vm</c>.</summary>
    public string Area { get; internal set; } = "";

    /// <summary>The section of the area. The source files of its types are in the folder with that name.</summary>
    public string Section { get; internal set; } = "";

    /// <summary>The access that it allows.</summary>
    public virtual Access Access => Access.Read;

    /// <summary>The cost and effects of reading it.</summary>
    public ReadEffects Effects { get; internal init; }

    /// <summary>Whether it is read only if it is named, because reading it consumes data, blocks, or costs a lot.</summary>
    public bool IsReadOnRequest => (Effects & ForRequestOnly) != 0;

    /// <summary>
    /// Whether a capture takes it without being asked to: not what is read on request only, holds a lock of the process meanwhile, or can include secrets.
    /// </summary>
    public bool IsCaptured => Access != Access.Write && (IsAlwaysCaptured || (!IsReadOnRequest && (Effects & (ReadEffects.Locks | ReadEffects.Exposes)) == 0));

    /// <summary>The capability needed to read it without being its owner; null if any user, or only root, can.</summary>
    public string? ReadCapability => ReadRule.Capability;

    /// <summary>The capability needed to write it beyond being its owner; null if none helps, or only root can.</summary>
    public string? WriteCapability => WriteRule?.Capability;

    /// <summary>The first kernel that has it, such as <c>4.14</c>; null if it is not recorded.</summary>
    public string? Since { get; internal init; }

    /// <summary>The type of the object, or of each row; null for a path without its own type.</summary>
    public virtual Type? ItemType => null;

    /// <summary>Whether the parts of the content are terminated by NUL rather than by newline.</summary>
    public bool EndsEntriesWithNul { get; internal init; }

    /// <summary>Whether a capture takes it despite its effects: each of its values is a number of a moment.</summary>
    internal bool IsAlwaysCaptured { get; set; }

    /// <summary>The rule for reading it.</summary>
    internal ReadRule ReadRule { get; init; } = ReadRule.Any;

    /// <summary>The rule for writing it; null if only the mode of the file is known.</summary>
    internal WriteRule? WriteRule { get; init; }

    /// <summary>Whether it belongs to a process, or to each of its threads.</summary>
    internal bool IsOfProcess => Pattern.StartsWith(OfProcess, StringComparison.Ordinal);

    /// <summary>Whether only the directories of threads have it.</summary>
    internal bool IsOfThread => Pattern.StartsWith(OfThread, StringComparison.Ordinal);

    /// <summary>The path below the directory of the process or thread, or below the root.</summary>
    internal string File => Pattern[(IsOfThread ? OfThread.Length : IsOfProcess ? OfProcess.Length : 0)..];

    /// <summary>The pattern and its kind.</summary>
    public override string ToString() => $"{Pattern} ({Kind})";
}
