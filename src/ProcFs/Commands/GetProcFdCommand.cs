using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the open file descriptors of processes and their targets.</summary>
[Cmdlet(VerbsCommon.Get, "ProcFd", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(FileDescriptor), typeof(FileDescriptorDetail), typeof(DescriptorCount))]
public sealed class GetProcFdCommand : ProcessCmdlet
{
    private DescriptorQuery _query = null!;

    /// <summary>Only descriptors with these numbers.</summary>
    [Parameter(HelpMessage = DescriptorQuery.NumberHelp)]
    [Alias("Fd")]
    [ArgumentCompleter(typeof(DescriptorNumberCompleter))]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Number { get; set; }

    /// <summary>Only descriptors that lead to these targets; wildcards are permitted.</summary>
    [Parameter(HelpMessage = DescriptorQuery.TargetHelp)]
    [ArgumentCompleter(typeof(DescriptorTargetCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only descriptors of these types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = DescriptorQuery.TypeHelp)]
    [ArgumentCompleter(typeof(FileDescriptorTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <summary>Only descriptors of deleted files, which exist as long as they are open.</summary>
    [Parameter(HelpMessage = DescriptorQuery.DeletedHelp)]
    public SwitchParameter Deleted { get; set; }

    /// <summary>Also the access, flags, position, size, inode, mount and locks, and what each kind of file has.</summary>
    [Parameter(HelpMessage = DescriptorQuery.DetailedHelp)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Only the number of descriptors of each process, and how many it may have.</summary>
    [Parameter(HelpMessage = DescriptorQuery.CountHelp)]
    public SwitchParameter CountOnly { get; set; }

    /// <summary>Also the working and root directory, the program, and the mapped files.</summary>
    [Parameter(HelpMessage = DescriptorQuery.MappedHelp)]
    public SwitchParameter IncludeMapped { get; set; }

    /// <summary>Only uses of these files and folders, by whatever name they are used; wildcards are permitted.</summary>
    [Parameter(HelpMessage = FileSelection.PathHelp)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Includes everything in the folders.</summary>
    [Parameter(HelpMessage = FileSelection.RecurseHelp)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Only uses of the file systems that are mounted at these folders, or from these block devices.</summary>
    [Parameter(HelpMessage = FileSelection.MountPointHelp)]
    [ArgumentCompleter(typeof(MountPointCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? MountPoint { get; set; }

    /// <summary>Only uses of files with these inodes.</summary>
    [Parameter(HelpMessage = FileSelection.InodeHelp)]
    [ValidateNotNullOrEmpty]
    public ulong[]? Inode { get; set; }

    /// <summary>Only uses of files on these devices.</summary>
    [Parameter(HelpMessage = FileSelection.DeviceHelp)]
    [ValidateNotNullOrEmpty]
    public string[]? Device { get; set; }

    private bool SelectsFiles => (Path ?? MountPoint ?? Device ?? (object?)Inode) is not null;

    private protected override void Begin()
    {
        base.Begin();
        if (CountOnly && (Number ?? (object?)Target ?? Type) is not null | Deleted | Detailed | IncludeMapped | SelectsFiles)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-CountOnly counts all descriptors of a process: it takes no other filter.", CountOnly));
        }

        if (Recurse && Path is null)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-Recurse belongs to -Path.", Recurse));
        }

        FileDescriptorType[]? types = Type is null ? null : TypesOf<FileDescriptorType>(Type, "descriptor");
        try
        {
            _query = new DescriptorQuery(Number, Target, types, Deleted, Detailed, IncludeMapped, Files());
        }
        catch (ProcException error)
        {
            ThrowTerminatingError(ErrorRecords.Of(error));
        }
    }

    private FileSelection? Files() => SelectsFiles
        ? new FileSelection(
            ProcRoot,
            Path?.SelectMany(path => FilePathArgument.Expand(SessionState, path)).ToArray(),
            Recurse,
            MountPoint?.Select(path => FilePathArgument.Resolve(SessionState, path)).ToArray(),
            Inode,
            Device,
            PipelineStopToken)
        : null;

    private protected override void Process()
    {
        if (CountOnly)
        {
            WriteAll(DescriptorCount.Read(Selection, Summary, PipelineStopToken));
        }
        else
        {
            WriteAll(_query.Read(Selection, Summary, PipelineStopToken));
        }
    }

    private protected override void End()
    {
        base.End();
        if (_query.Warning is { } warning)
        {
            WriteWarning($"{warning}");
        }

        WriteAll(_query.Unmatched);
    }
}
