namespace ProcFs.Tree;

/// <summary>A process: a folder, and an object that describes it.</summary>
internal sealed class ProcessNode(NodePath path) : DirectoryNode(path)
{
    public override ProcKind Kind => ProcKind.Process;

    public override object GetItem()
    {
        using ProcessDirectory process = NodePath.OpenProcess() ?? throw NodePath.Failure(Interop.Errno.ENOENT);
        return ProcessInfoReader.Read(process, ProcessInfo.Of);
    }

    private protected override string? ReadValue()
    {
        using var process = TryOpen();
        return IsLink ? $"{NodePath.ProcessId} {process?.Name}" : process?.Name;
    }

    private protected override string? Describe()
    {
        if (IsLink)
        {
            return base.Describe();
        }

        using var process = TryOpen();
        return process is { IsKernelThread: true } ? "kernel thread" : null;
    }

    private ProcessDirectory? TryOpen() =>
        NodePath.ProcessId is { } id ? ProcessDirectory.Open(NodePath.Root, id, Scope, out _) : null;
}
