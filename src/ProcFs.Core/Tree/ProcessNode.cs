using ProcFs.Interop;

namespace ProcFs.Tree;

/// <summary>A process: a folder, and an object that describes it.</summary>
internal sealed class ProcessNode(NodePath path) : DirectoryNode(path)
{
    public override ProcKind Kind => ProcKind.Process;

    public override object GetItem()
    {
        using ProcessDirectory process = NodePath.OpenProcess() ?? throw NodePath.Failure(Errno.ENOENT);
        return ProcessInfoReader.Read(process, ProcessInfo.Of);
    }

    private protected override (string? Value, string? Description) Look()
    {
        (string? name, bool isKernelThread) = ReadName();
        return IsLink
            ? ($"{NodePath.ProcessId} {name}", Describe())
            : (name, isKernelThread ? "kernel thread" : null);
    }

    // A name that is not cut is in stat, for which the folder need not be opened.
    private (string? Name, bool IsKernelThread) ReadName()
    {
        if (NodePath.ProcessId is not { } id)
        {
            return default;
        }

        if (Scope.Identity.ReadRecord(NodePath.Root.Handle, Scope.NameOf([], id, "/stat"u8)) == Errno.None
            && StatLine.TryParse(Scope.Identity.Bytes, out StatLine line)
            && !ProcessIdentity.MayBeCut(line.Comm))
        {
            return (Scope.Names.Intern(line.Comm), line.IsKernelThread);
        }

        using var process = ProcessDirectory.Open(NodePath.Root, id, Scope, out _);
        return (process?.Name, process is { IsKernelThread: true });
    }
}
