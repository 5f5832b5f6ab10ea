using ProcFs.Interop;

namespace ProcFs.Tree;

/// <summary>A link. It is shown with its target, but never followed.</summary>
internal sealed class LinkNode(NodePath path) : ProcNode(path)
{
    public override ProcKind Kind => ProcKind.Link;

    public override bool IsLink => true;

    // If a link is named, an unreadable target is an error; in a listing it is empty.
    public override object GetItem() => NodePath.ReadTarget(out Errno error) is null && error is Errno.EACCES or Errno.EPERM
        ? throw NodePath.Failure(error)
        : ToEntry();

    private protected override string? ReadValue() => NodePath.ReadTarget(out _);
}
