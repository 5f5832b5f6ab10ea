using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the neighbor cache: which hardware address an IPv4 address has.</summary>
[Cmdlet(VerbsCommon.Get, "KernelNeighbor", HelpUri = HelpUris.Module)]
[OutputType(typeof(ArpEntry))]
public sealed class GetKernelNeighborCommand : KernelRowCmdlet<ArpEntry>
{
    /// <summary>The addresses, hardware addresses or devices; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The addresses, hardware addresses or devices; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<ArpEntry>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Address { get; set; }

    private protected override KernelQuery<ArpEntry> CreateQuery() => new(ProcRoot, Address, "neighbor", neighbor => neighbor.Address?.ToString(), neighbor => neighbor.HardwareAddress, neighbor => neighbor.Device);
}
