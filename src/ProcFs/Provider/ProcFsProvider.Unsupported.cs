using System.Diagnostics;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>What other drives do and this one cannot, and what does it instead.</content>
public sealed partial class ProcFsProvider
{
    /// <inheritdoc/>
    protected override void RemoveItem(string path, bool recurse) => Refuse(path, node => node switch
    {
        { Kind: ProcKind.Process } => $"a process is not removed; Stop-Process -Id {node.Name} ends it.",
        _ => "what the kernel shows cannot be removed.",
    });

    /// <inheritdoc/>
    protected override void NewItem(string path, string itemTypeName, object newItemValue) =>
        WriteError(ErrorRecords.NotSupported($"{path}: nothing can be made here; what is there comes from the kernel.", path));

    /// <inheritdoc/>
    protected override void RenameItem(string path, string newName) => Refuse(path, node => node.Kind == ProcKind.Process
        ? "a process is not renamed; Set-ProcTunable -ThreadName names threads."
        : "what the kernel shows cannot be renamed.");

    /// <inheritdoc/>
    protected override void ClearItem(string path) => Refuse(path, _ => "what the kernel shows cannot be cleared; Set-Item sets a parameter.");

    /// <inheritdoc/>
    protected override void InvokeDefaultAction(string path) => Refuse(path, _ => "there is nothing to be run; Get-Content reads it.");

    /// <inheritdoc/>
    protected override void CopyItem(string path, string copyPath, bool recurse) => Refuse(path, _ => "nothing can be copied within the drive; Get-Content reads it.");

    /// <inheritdoc/>
    protected override void MoveItem(string path, string destination) => Refuse(path, _ => "what the kernel shows cannot be moved.");

    private void Refuse(string path, Func<ProcNode, string> reason) =>
        Try(path, node => WriteError(ErrorRecords.NotSupported($"{node.Path}: {reason(node)}", path)));

    // The kernel leads cwd, root and the like out of /proc. Whoever wants to go there is told how: the engine says only that there is no such path.
    private void WarnOfWayOut(ProcNode? node)
    {
        if (node is { Kind: ProcKind.Link } && IsFor("SetLocationCommand", "PushLocationCommand"))
        {
            string path = Text.DisplayText.Escape(node.Path);
            WriteWarning($"{path} leads out of the drive. Set-Location (Convert-Path {path}) goes there.");
        }
    }

    // The engine does not say for which command it asks.
    private static bool IsFor(params string[] commands) =>
        new StackTrace(skipFrames: 1).GetFrames().Any(frame => commands.Contains(frame.GetMethod()?.DeclaringType?.Name));
}
