namespace ProcFs.Tree;

/// <summary>The folder at the top.</summary>
internal sealed class RootNode(NodePath path) : DirectoryNode(path)
{
    private protected override string Describe() => "processes, and what the kernel tells of the machine and lets you set";
}
