namespace ProcFs.Tree;

/// <summary>A thread: a folder, and an object that describes it.</summary>
internal sealed class ThreadNode(NodePath path) : DirectoryNode(path)
{
    public override ProcKind Kind => ProcKind.Thread;

    public override object GetItem()
    {
        using ProcessDirectory thread = NodePath.OpenProcess() ?? throw NodePath.Failure(Interop.Errno.ENOENT);
        using var process = ProcessDirectory.Open(NodePath.Root, thread.ProcessId, Scope, out _);
        return ThreadInfo.Read(thread, process?.Name ?? "");
    }

    public override object GetListed() => IsLink ? ToEntry() : GetItem();
}
