namespace ProcFs.Tree;

/// <summary>The root folder.</summary>
internal sealed class RootNode(NodePath path) : DirectoryNode(path)
{
    private protected override string Describe() => "processes, machine information and kernel parameters";
}
