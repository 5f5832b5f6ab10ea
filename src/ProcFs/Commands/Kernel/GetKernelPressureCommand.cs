using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the share of time in which threads waited for a resource.</summary>
[Cmdlet(VerbsCommon.Get, "KernelPressure", HelpUri = HelpUris.Module)]
[OutputType(typeof(ResourcePressure))]
public sealed class GetKernelPressureCommand : ProcCmdlet
{
    /// <summary>The resources: cpu, io, irq or memory.</summary>
    [Parameter(Position = 0, HelpMessage = "The resources: cpu, io, irq or memory.")]
    [ValidateSet("cpu", "io", "irq", "memory")]
    [ValidateNotNullOrEmpty]
    public string[]? Resource { get; set; }

    private protected override void Process() => WriteAll(new PressureQuery(ProcRoot, Resource).Read());
}
