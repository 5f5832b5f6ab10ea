using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>
/// A path of the tree. What can be done with it is what interfaces it has: <see cref="IContainerNode"/>, <see cref="IReadableNode"/>,
/// <see cref="IWritableNode"/>.
/// </summary>
public abstract class ProcNode
{
    private protected ProcNode(NodePath path) => NodePath = path;

    /// <summary>The last part of the path; a slash for the root.</summary>
    public string Name => NodePath.Name;

    /// <summary>The path in the file system.</summary>
    public string Path => NodePath.FullPath;

    /// <summary>The path under the root, without a slash at its start; empty for the root.</summary>
    public string RelativePath => NodePath.Relative;

    /// <summary>What the path is.</summary>
    public abstract ProcKind Kind { get; }

    /// <summary>Whether it is a link, even where it shows what the link leads to. Recursion does not enter it.</summary>
    public virtual bool IsLink => NodePath.IsLink;

    /// <summary>Whether it has children.</summary>
    public bool IsContainer => this is IContainerNode;

    /// <summary>Whether a recursive listing enters it: folders and processes, never links and tables.</summary>
    public bool IsEnteredByRecursion => !IsLink && Kind is ProcKind.Directory or ProcKind.Process;

    internal NodePath NodePath { get; }

    internal ReadScope Scope => NodePath.Scope;

    /// <summary>The object at the path.</summary>
    /// <exception cref="ProcException">It cannot be read.</exception>
    public virtual object GetItem() => ToEntry();

    /// <summary>The object that a listing of the parent shows.</summary>
    /// <exception cref="ProcException">It cannot be read.</exception>
    public virtual object GetListed() => ToEntry();

    /// <summary>The path as an entry. Reads nothing but links, parameters and a process's name.</summary>
    public ProcEntry ToEntry() => new()
    {
        Name = Name,
        Kind = Kind,
        Value = ReadValue(),
        Description = Describe(),
        ProcessId = NodePath.ProcessId,
        IsLink = IsLink,
        ProcPath = Path,
    };

    private protected virtual string? ReadValue() => null;

    private protected virtual string? Describe() => NodePath.Entry?.Description;
}
