using System.Management.Automation;

namespace ProcFs.Provider;

/// <summary>A drive, with its /proc. The engine creates a new provider for each call, so persistent state is here.</summary>
public sealed class ProcDrive : PSDriveInfo
{
    internal ProcDrive(PSDriveInfo drive, ProcRoot root)
        : base(drive.Name, drive.Provider, root.Path, drive.Description, drive.Credential) => ProcRoot = root;

    /// <summary>The folder of the drive.</summary>
    public ProcRoot ProcRoot { get; }

    internal ListedRows ListedRows { get; } = new();

    internal ExpandedFolders ExpandedFolders { get; } = new();

    internal MatchedPaths MatchedPaths { get; } = new();
}
