using System.Diagnostics;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>What other drives do and this one cannot, and what does it instead.</content>
public sealed partial class ProcFsProvider
{
    /// <inheritdoc/>
    protected override void RemoveItem(string path, bool recurse) => Refuse(path, node => node switch
    {
        { Kind: ProcKind.Process } => $"a process cannot be removed; use Stop-Process -Id {node.Name} to end it.",
        _ => "it cannot be removed.",
    });

    /// <inheritdoc/>
    protected override void NewItem(string path, string itemTypeName, object newItemValue) =>
        WriteError(ErrorRecords.NotSupported($"{path}: nothing can be created here; the items come from the kernel.", path));

    /// <inheritdoc/>
    protected override void RenameItem(string path, string newName) => Refuse(path, node => node.Kind == ProcKind.Process
        ? "a process cannot be renamed; use Set-ProcTunable -ThreadName to name a thread."
        : "it cannot be renamed.");

    /// <inheritdoc/>
    protected override void ClearItem(string path) => Refuse(path, _ => "it cannot be cleared; use Set-Item to set a parameter.");

    /// <inheritdoc/>
    protected override void InvokeDefaultAction(string path) => Refuse(path, _ => "it cannot be invoked; use Get-Content to read it.");

    /// <inheritdoc/>
    protected override void CopyItem(string path, string copyPath, bool recurse) => Refuse(path, _ => "nothing can be copied within the drive; use Get-Content to read it.");

    /// <inheritdoc/>
    protected override void MoveItem(string path, string destination) => Refuse(path, _ => "it cannot be moved.");

    private void Refuse(string path, Func<ProcNode, string> reason) =>
        Try(path, node => WriteError(ErrorRecords.NotSupported($"{node.Path}: {reason(node)}", path)));

    // Links such as cwd and root lead out of /proc. This warning says how to follow them; the engine only reports that the path does not exist.
    private void WarnOfWayOut(ProcNode? node)
    {
        if (node is { Kind: ProcKind.Link } && IsFor("SetLocationCommand", "PushLocationCommand"))
        {
            string path = Text.DisplayText.Escape(node.Path);
            WriteWarning($"{path} leads out of the drive. Use Set-Location (Convert-Path {path}) to go there.");
        }
    }

    // The engine does not pass the name of the command.
    private static bool IsFor(params string[] commands) =>
        new StackTrace(skipFrames: 1).GetFrames().Any(frame => commands.Contains(frame.GetMethod()?.DeclaringType?.Name));
}
