using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Runtime.CompilerServices;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>The provider of the drive <c>Proc:</c>. It translates between the engine and <see cref="ProcTree"/>, which implements the paths.</summary>
[CmdletProvider(Name, ProviderCapabilities.Filter | ProviderCapabilities.ShouldProcess)]
public sealed partial class ProcFsProvider : NavigationCmdletProvider, IContentCmdletProvider, IPropertyCmdletProvider, IDisposable
{
    /// <summary>The name for New-PSDrive -PSProvider.</summary>
    public const string Name = "ProcFs";

    private const string DefaultDrive = "Proc";

    private readonly CancellationTokenSource _stop = new();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <summary>The location of <c>~</c> on the drive.</summary>
    protected override ProviderInfo Start(ProviderInfo providerInfo)
    {
        ArgumentNullException.ThrowIfNull(providerInfo);
        providerInfo.Home = $"{DefaultDrive}:/";
        return providerInfo;
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    protected override Collection<PSDriveInfo> InitializeDefaultDrives()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var drive = new PSDriveInfo(DefaultDrive, ProviderInfo, ProcRoot.DefaultPath, "Processes and kernel as objects", null);
        return [new ProcDrive(drive, new ProcRoot())];
    }

    /// <inheritdoc/>
    protected override PSDriveInfo? NewDrive(PSDriveInfo drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        if (drive is ProcDrive made)
        {
            return made;
        }

        try
        {
            string root = drive.Root.Length == 0 ? ProcRoot.DefaultPath : drive.Root;
            string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(root, out ProviderInfo provider, out _);
            return new ProcDrive(drive, new ProcRoot(TreePath.Normalize(provider.Name is "FileSystem" ? path : root)));
        }
        catch (ProcException error)
        {
            WriteError(ErrorRecords.Of(error, drive.Root));
            return null;
        }
    }

    /// <inheritdoc/>
    protected override bool IsValidPath(string path) => !string.IsNullOrEmpty(path);

    /// <inheritdoc/>
    protected override bool ItemExists(string path)
    {
        try
        {
            ProcTree tree = TreeOf(path, out string relative);
            string normal = TreePath.Normalize(path);
            ExpandedFolders? expanded = DriveOf(normal)?.ExpandedFolders;
            string? folder = expanded?.FolderOf(normal);
            if (tree.Find(relative) is { } node)
            {
                AddMatched(normal, folder);
                // An item without children does not exist with a trailing slash: completion would offer the item as a child of itself.
                return node.IsContainer || !ProcPath.EndsWithSeparator(path);
            }

            // An item that a wildcard has found and that has ended since is treated as existing: reading skips it.
            return folder is not null && tree.Find(TreePath.RelativeTo(tree.Root.Path, folder)) is null && expanded!.Excuses(folder)
                || DriveOf(normal)?.MatchedPaths.Contains(normal) == true;
        }
        catch (Exception error) when (error is ProcException || ErrorRecords.IsUnforeseen(error))
        {
            // A path behind denied access may exist: reading it reports why it is not accessible, while "no such path" would be misleading.
            string normal = TreePath.Normalize(path);
            AddMatched(normal, DriveOf(normal)?.ExpandedFolders.FolderOf(normal));
            return error is not ProcException { Kind: not ProcErrorKind.AccessDenied };
        }
    }

    // The engine checks the rest of a path in each folder that a wildcard has found.
    private void AddMatched(string path, string? folder)
    {
        if (folder is not null && folder != path)
        {
            DriveOf(path)!.MatchedPaths.Add(path);
        }
    }

    /// <inheritdoc/>
    protected override bool IsItemContainer(string path)
    {
        ProcNode? node = Find(path);
        if (node is null)
        {
            PassOver(TreePath.Normalize(path));
        }

        WarnOfWayOut(node);
        return node is { IsContainer: true };
    }

    /// <summary>Remove-Item looks for children to ask for confirmation: it is not supported, and needs no answer.</summary>
    protected override bool HasChildItems(string path) => Find(path) is { IsContainer: true } && !IsFor("RemoveItemCommand");

    /// <inheritdoc/>
    protected override void GetItem(string path)
    {
        Read(path, node =>
        {
            object item = node.GetItem();
            WriteItemObject(item, TreePath.Normalize(path), node.IsContainer);
        });
    }

    /// <inheritdoc/>
    protected override void SetItem(string path, object value) => Try(path, node =>
    {
        if (WriteParameter(node, path, value))
        {
            WriteItemObject(node.GetItem(), TreePath.Normalize(path), isContainer: false);
        }
    });

    // Core knows no PowerShell: it is given what is inside of each wrapping.
    internal static object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom => LanguagePrimitives.ConvertTo<string>(custom),
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        System.Collections.IEnumerable items and not string => items.Cast<object>().Select(Unwrap).ToArray(),
        _ => value,
    };

    private bool WriteParameter(ProcNode node, string path, object? value)
    {
        if (node is not IWritableNode writable)
        {
            WriteError(ErrorRecords.NotSupported($"{node.Path}: only parameters can be written.", path));
            return false;
        }

        string text = writable.TextOf(Unwrap(value));
        if (!ShouldProcess($"{node.Path}", $"Write \"{text}\""))
        {
            return false;
        }

        writable.Write(text);
        if (writable.DifferenceFrom(text) is { } difference)
        {
            WriteWarning($"{difference}");
        }

        return true;
    }

    private ProcNode? Find(string path, [CallerMemberName] string method = "")
    {
        try
        {
            return TreeOf(path, out string relative, method).Find(relative);
        }
        catch (Exception error) when (error is ProcException || ErrorRecords.IsUnforeseen(error))
        {
            return null;
        }
    }

    // An exception of a provider method ends the whole command, even if errors are to be ignored.
    private void Try(string path, Action<ProcNode> action, Action<ProcException>? report = null, [CallerMemberName] string method = "")
    {
        try
        {
            ProcTree tree = TreeOf(path, out string relative, method);
            string normal = TreePath.Normalize(path);
            ProcDrive? drive = DriveOf(normal);
            if (method != nameof(GetChildNames))
            {
                drive?.ExpandedFolders.Clear();
            }

            action(drive?.ListedRows.Take(normal) ?? tree.Get(relative));
        }
        catch (ProcException error)
        {
            Report(error);
        }
        catch (Exception error) when (ErrorRecords.IsUnforeseen(error))
        {
            Report(ProcException.Unforeseen(error, TreePath.Normalize(path)));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            // Ctrl-C: the engine ends the pipeline.
        }

        void Report(ProcException error) => (report ?? (failure => WriteError(ErrorRecords.Of(failure, path))))(error);
    }

    private ProcTree TreeOf(string path, out string relative, [CallerMemberName] string method = "")
    {
        ProviderEvents.Log.Called(method, path);
        string normal = TreePath.Normalize(path);
        ProcRoot root = DriveOf(normal)?.ProcRoot ?? new ProcRoot();
        relative = TreePath.RelativeTo(root.Path, normal);
        return new ProcTree(root);
    }

    // A path such as ProcFs::/proc/self has no drive. A drive can be local to a script or a function: the session knows those too.
    private ProcDrive? DriveOf(string path) => PSDriveInfo as ProcDrive ?? SessionState.Drive.GetAll().OfType<ProcDrive>()
        .Where(known => TreePath.IsIn(known.ProcRoot.Path, path))
        .MaxBy(known => known.ProcRoot.Path.Length);
}
