using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>Listing and walking.</content>
public sealed partial class ProcFsProvider
{
    // The type name for a view without the columns that would repeat the path in the header.
    private const string ListedSuffix = "#Listed";

    /// <inheritdoc/>
    protected override void GetChildItems(string path, bool recurse) => GetChildItems(path, recurse, uint.MaxValue);

    /// <inheritdoc/>
    protected override void GetChildItems(string path, bool recurse, uint depth)
    {
        var listing = new Listing(this, string.IsNullOrEmpty(Filter) ? null : new Wildcard(Filter));
        Read(path, node => listing.Write(node, TreePath.Normalize(path), recurse ? depth : 0));
        listing.WarnOfDenied();
    }

    /// <inheritdoc/>
    protected override void GetChildNames(string path, ReturnContainers returnContainers)
    {
        // Containers that the filter rejects are needed if the engine descends into them.
        bool descends = returnContainers == ReturnContainers.ReturnAllContainers;
        Wildcard? filter = string.IsNullOrEmpty(Filter) || descends ? null : new Wildcard(Filter);
        Read(path, node =>
        {
            if (node is not IContainerNode container)
            {
                // An item without children is listed itself, as in other providers.
                WriteItemObject(node.Name, TreePath.Normalize(path), isContainer: false);
                return;
            }

            string folder = TreePath.Normalize(path);
            ProcDrive? drive = DriveOf(folder);
            MatchedPaths? matched = descends || drive?.ExpandedFolders.FolderOf(folder) is null ? null : drive.MatchedPaths;
            if (descends && drive?.ExpandedFolders.FolderOf(folder) is null)
            {
                drive?.MatchedPaths.Clear();
            }

            bool isProcess = node.Kind is ProcKind.Process or ProcKind.Thread;
            var rows = new Dictionary<string, ProcNode>();
            var processes = new List<string>();
            long start = Environment.TickCount64;
            container.ReadChildren(
                filter,
                child =>
                {
                    string childPath = ProcPath.Join(folder, child.Name);
                    WriteItemObject(child.Name, childPath, child.IsContainer);
                    matched?.Add(childPath, isBelow: !isProcess);
                    if (node.Kind == ProcKind.Table)
                    {
                        rows.Add(childPath, child);
                    }
                    else if (descends && child.Kind is ProcKind.Process or ProcKind.Thread or ProcKind.Table)
                    {
                        processes.Add(childPath);
                    }
                },
                error => WriteError(ErrorRecords.Of(error)),
                _stop.Token);
            if (drive is not null)
            {
                drive.ListedRows.Keep(folder, rows, () => ReadRows(container, filter, folder), start);
                drive.ExpandedFolders.Keep(processes);
            }
        });
    }

    /// <summary>
    /// Passes a part of a path to the reader as a filter when the engine expands wildcards: otherwise all names would be written, and matched afterwards. The
    /// engine still matches them; sets and escapes are left to it.
    /// </summary>
    protected override bool ConvertPath(string path, string filter, ref string updatedPath, ref string updatedFilter)
    {
        bool isPicked = string.IsNullOrEmpty(filter) && path.Length > 0 && !path.AsSpan().ContainsAny("[]`/\\");
        if (isPicked)
        {
            updatedPath = path;
            updatedFilter = path;
        }

        return isPicked;
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

    private static Dictionary<string, ProcNode> ReadRows(IContainerNode table, Wildcard? filter, string folder)
    {
        var rows = new Dictionary<string, ProcNode>();
        table.ReadChildren(filter, row => rows.Add(ProcPath.Join(folder, row.Name), row), _ => { }, CancellationToken.None);
        return rows;
    }

    private static PSObject Listed(ProcNode node)
    {
        var listed = PSObject.AsPSObject(node.GetListed());
        if (listed.BaseObject is not ProcEntry)
        {
            listed.TypeNames.Insert(0, listed.BaseObject.GetType().FullName + ListedSuffix);
        }

        return listed;
    }

    /// <summary>One listing, which can be recursive.</summary>
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

            // With a depth, a container that the filter rejects can still contain matches.
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
                provider.WarnOfDenied(ReadSummary.LeftOut(_denied, _total, "folder", "folders"));
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
            catch (Exception error) when (ErrorRecords.IsUnforeseen(error))
            {
                provider.WriteError(ErrorRecords.Of(ProcException.Unforeseen(error, path), path));
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
            catch (Exception error) when (ErrorRecords.IsUnforeseen(error))
            {
                provider.WriteError(ErrorRecords.Of(ProcException.Unforeseen(error, path), path));
            }
        }
    }
}
