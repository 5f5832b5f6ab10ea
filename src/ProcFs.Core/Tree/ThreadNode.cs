namespace ProcFs.Tree;

/// <summary>A thread: a folder, and an object that tells of it.</summary>
internal sealed class ThreadNode(NodePath path) : DirectoryNode(path)
{
    public override ProcKind Kind => ProcKind.Thread;

    public override object GetItem()
    {
        using ProcessDirectory thread = NodePath.OpenProcess()!;
        return ThreadInfo.Read(thread);
    }

    public override object GetListed() => IsLink ? ToEntry() : GetItem();
}
