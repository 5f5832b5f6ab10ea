namespace ProcFs.Tree;

/// <summary>A link. It is shown with its target and never followed.</summary>
internal sealed class LinkNode(NodePath path) : ProcNode(path)
{
    public override ProcKind Kind => ProcKind.Link;

    public override bool IsLink => true;

    private protected override string? ReadValue() => NodePath.ReadLink(RelativePath);
}
