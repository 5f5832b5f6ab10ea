using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>Listing and walking.</content>
public sealed partial class ProcFsProvider
{
    // A type name that may have a view of its own: beside a header with the path, columns that repeat the path say nothing.
    private const string ListedSuffix = "#Listed";

    /// <inheritdoc/>
    protected override void GetChildItems(string path, bool recurse) => GetChildItems(path, recurse, uint.MaxValue);

    /// <inheritdoc/>
    protected override void GetChildItems(string path, bool recurse, uint depth)
    {
        var listing = new Listing(this, string.IsNullOrEmpty(Filter) ? null : new Wildcard(Filter));
        Try(path, node => listing.Write(node, TreePath.Normalize(path), recurse ? depth : 0));
        listing.WarnOfDenied();
    }

    /// <inheritdoc/>
    protected override void GetChildNames(string path, ReturnContainers returnContainers)
    {
        // Containers that the filter rejects are wanted where the engine is to descend into them.
        Wildcard? filter = string.IsNullOrEmpty(Filter) || returnContainers == ReturnContainers.ReturnAllContainers ? null : new Wildcard(Filter);
        Try(path, node =>
        {
            if (node is IContainerNode container)
            {
                string folder = TreePath.Normalize(path);
                container.ReadChildren(
                    filter,
                    child => WriteItemObject(child.Name, ProcPath.Join(folder, child.Name), child.IsContainer),
                    error => WriteError(ErrorRecords.Of(error)),
                    _stop.Token);
            }
        });
    }

    /// <inheritdoc/>
    protected override string GetChildName(string path) => ProcPath.Leaf(path);

    /// <inheritdoc/>
    protected override string GetParentPath(string path, string root)
    {
        string top = PSDriveInfo?.Root is { Length: > 0 } driveRoot && TreePath.IsIn(driveRoot, TreePath.Normalize(path)) ? driveRoot : root ?? "";
        return ProcPath.Parent(path, top);
    }

    /// <inheritdoc/>
    protected override string MakePath(string parent, string child) =>
        string.IsNullOrEmpty(child) ? ProcPath.Join(parent ?? "", "") : ProcPath.Join(parent ?? "", child);

    /// <inheritdoc/>
    protected override string NormalizeRelativePath(string path, string basePath) => ProcPath.Relative(path ?? "", basePath ?? "");

    private static PSObject Listed(ProcNode node)
    {
        var listed = PSObject.AsPSObject(node.GetListed());
        if (listed.BaseObject is not ProcEntry)
        {
            listed.TypeNames.Insert(0, listed.BaseObject.GetType().FullName + ListedSuffix);
        }

        return listed;
    }

    /// <summary>One listing, which may go deep.</summary>
    private sealed class Listing(ProcFsProvider provider, Wildcard? filter)
    {
        private int _total;
        private int _denied;

        public void Write(ProcNode node, string path, uint depth)
        {
            if (node is not IContainerNode container)
            {
                provider.WriteItemObject(node.GetItem(), path, isContainer: false);
                return;
            }

            // With a depth, what the filter rejects may still hold what it accepts.
            bool descends = depth > 0;
            var folders = new List<ProcNode>();
            container.ReadChildren(
                descends ? null : filter,
                child =>
                {
                    if (!descends || filter is null || filter.IsMatch(child.Name.AsSpan()))
                    {
                        WriteChild(child, ProcPath.Join(path, child.Name));
                    }

                    if (descends && child.IsEnteredByRecursion)
                    {
                        folders.Add(child);
                    }
                },
                error => provider.WriteError(ErrorRecords.Of(error)),
                provider._stop.Token);
            foreach (ProcNode folder in folders)
            {
                Descend(folder, ProcPath.Join(path, folder.Name), depth - 1);
            }
        }

        public void WarnOfDenied()
        {
            if (_denied > 0)
            {
                provider.WriteWarning($"{_denied} of {_total} folders were left out: permission denied. As root you see them all.");
            }
        }

        private void WriteChild(ProcNode child, string path)
        {
            try
            {
                provider.WriteItemObject(Listed(child), path, child.IsContainer);
            }
            catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
            {
                // A process or thread that ends while all are listed is skipped.
            }
            catch (ProcException error)
            {
                provider.WriteError(ErrorRecords.Of(error, path));
            }
        }

        private void Descend(ProcNode folder, string path, uint depth)
        {
            _total++;
            try
            {
                Write(folder, path, depth);
            }
            catch (ProcException error) when (error.Kind is ProcErrorKind.NotFound)
            {
                // A process that ends while all are listed is skipped.
            }
            catch (ProcException error) when (error.Kind is ProcErrorKind.AccessDenied)
            {
                _denied++;
            }
            catch (ProcException error)
            {
                provider.WriteError(ErrorRecords.Of(error, path));
            }
        }
    }
}
