using System.Runtime.CompilerServices;
using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>Reading: of a path that was named, and of those that a wildcard stands for.</content>
public sealed partial class ProcFsProvider
{
    private const string InterpolatedStrings = "Messages are interpolated strings, whose inserted values are escaped.";

    private void Read(string path, Action<ProcNode> action, [CallerMemberName] string method = "") =>
        Read(path, (node, _, _) => action(node), method);

    // The action receives a reporter for later errors, and for content that is read later the wildcard paths to which it belongs.
    private void Read(string path, Action<ProcNode, Action<ProcException>, MatchedPaths?> action, [CallerMemberName] string method = "")
    {
        string normal = TreePath.Normalize(path);
        ProcDrive? drive = DriveOf(normal);
        bool isMatched = drive is not null && drive.MatchedPaths.Take(normal);
        bool isExpanded = method == nameof(GetChildNames) && drive?.ExpandedFolders.FolderOf(normal) is not null;
        MatchedPaths? matched = isMatched || isExpanded ? drive!.MatchedPaths : null;
        Action<ProcException> report = error => Report(error, path, matched);
        Try(path, node => action(node, report, isMatched ? matched : null), report, method);
        Settle(isMatched ? matched : null, expands: method == nameof(GetChildNames));
    }

    private void Report(ProcException error, string path, MatchedPaths? matched)
    {
        switch (error.Kind)
        {
            case ProcErrorKind.NotFound when matched is not null:
                // A process that ends while all are read is skipped.
                break;
            case ProcErrorKind.AccessDenied when matched is not null:
                matched.Deny();
                break;
            default:
                WriteError(ErrorRecords.Of(error, path));
                break;
        }
    }

    // The engine does not enter a folder of a process that has ended.
    private void PassOver(string path)
    {
        if (DriveOf(path)?.MatchedPaths is { } matched && matched.Take(path))
        {
            Settle(matched, expands: true);
        }
    }

    private void Settle(MatchedPaths? matched, bool expands)
    {
        if (matched?.Settle(expands) is { } warning)
        {
            WarnOfDenied(warning);
        }
    }

    // All messages pass through here, and a raw string does not: no name in them can control the terminal.
    private void WriteWarning(SafeText text) => base.WriteWarning($"{text}");

    private void WriteVerbose(SafeText text) => base.WriteVerbose($"{text}");

    private bool ShouldProcess(SafeText target, SafeText action) => base.ShouldProcess($"{target}", $"{action}");

    [Obsolete(InterpolatedStrings, error: true)]
    internal new void WriteWarning(string text) => throw new NotSupportedException(text);

    [Obsolete(InterpolatedStrings, error: true)]
    internal new void WriteVerbose(string text) => throw new NotSupportedException(text);

    [Obsolete(InterpolatedStrings, error: true)]
    internal new bool ShouldProcess(string target, string action) => throw new NotSupportedException(target + action);

    // A denial even to root is not worth a warning to root.
    private void WarnOfDenied(string warning)
    {
        if (ReadSummary.IsNewsToCaller)
        {
            WriteWarning($"{warning}");
        }
        else
        {
            WriteVerbose($"{warning}");
        }
    }
}
