using System.Management.Automation;
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

    private protected override void Begin()
    {
        base.Begin();
        if (CountOnly && (Number ?? (object?)Target ?? Type) is not null | Deleted | Detailed)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-CountOnly counts all descriptors of a process: it takes no other filter.", CountOnly));
        }

        _query = new DescriptorQuery(Number, Target, Type is null ? null : TypesOf<FileDescriptorType>(Type, "descriptor"), Deleted, Detailed);
    }

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
        WriteAll(_query.Unmatched);
    }
}
