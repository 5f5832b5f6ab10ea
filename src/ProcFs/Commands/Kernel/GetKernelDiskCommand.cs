using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the I/O statistics of disks and partitions.</summary>
[Cmdlet(VerbsCommon.Get, "KernelDisk", HelpUri = HelpUris.Module)]
[OutputType(typeof(DiskStatistics))]
public sealed class GetKernelDiskCommand : KernelRowCmdlet<DiskStatistics>
{
    /// <summary>The names of the disks and partitions; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the disks and partitions; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<DiskStatistics>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<DiskStatistics> CreateQuery() => new(ProcRoot, Name, "disk or partition", disk => disk.Name);
}
