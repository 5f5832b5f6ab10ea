using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the network devices with their counters.</summary>
[Cmdlet(VerbsCommon.Get, "KernelNetDevice", HelpUri = HelpUris.Module)]
[OutputType(typeof(NetDevice))]
public sealed class GetKernelNetDeviceCommand : KernelRowCmdlet<NetDevice>
{
    /// <summary>The names of the devices; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the devices; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<NetDevice>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<NetDevice> CreateQuery() => new(ProcRoot, Name, "network device", device => device.Name);
}
