using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>
/// A path of the tree. Its interfaces show what it supports: <see cref="IContainerNode"/>, <see cref="IReadableNode"/>, <see cref="IWritableNode"/>.
/// </summary>
public abstract class ProcNode
{
    private protected ProcNode(NodePath path) => NodePath = path;

    /// <summary>The last part of the path; a slash for the root.</summary>
    public string Name => NodePath.Name;

    /// <summary>The path in the file system.</summary>
    public string Path => NodePath.FullPath;

    /// <summary>The path under the root, without a leading slash; empty for the root.</summary>
    public string RelativePath => NodePath.Relative;

    /// <summary>The kind of the path.</summary>
    public abstract ProcKind Kind { get; }

    /// <summary>Whether it is a link, even if it is shown as its target. Recursion does not enter it.</summary>
    public virtual bool IsLink => NodePath.IsLink;

    /// <summary>Whether it has children.</summary>
    public bool IsContainer => this is IContainerNode;

    /// <summary>Whether a recursive listing enters it: folders and processes, but not links and tables.</summary>
    public bool IsEnteredByRecursion => !IsLink && Kind is ProcKind.Directory or ProcKind.Process;

    internal NodePath NodePath { get; }

    internal ReadScope Scope => NodePath.Scope;

    /// <summary>The object at the path.</summary>
    /// <exception cref="ProcException">It cannot be read.</exception>
    public virtual object GetItem() => ToEntry();

    /// <summary>The object shown in the listing of the parent.</summary>
    /// <exception cref="ProcException">It cannot be read.</exception>
    public virtual object GetListed() => ToEntry();

    /// <summary>The path as an entry. Reads only links, parameters and the name of a process.</summary>
    public ProcEntry ToEntry()
    {
        (string? value, string? description) = Look();
        return new ProcEntry
        {
            Name = Name,
            Kind = Kind,
            Value = value,
            Description = description,
            ProcessId = NodePath.ProcessId,
            IsLink = IsLink,
            ProcPath = Path,
        };
    }

    private protected virtual (string? Value, string? Description) Look() => (ReadValue(), Describe());

    private protected virtual string? ReadValue() => null;

    private protected virtual string? Describe() => NodePath.Entry?.Description;
}
