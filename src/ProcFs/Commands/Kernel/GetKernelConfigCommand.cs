using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the build configuration of the kernel.</summary>
[Cmdlet(VerbsCommon.Get, "KernelConfig", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelOption))]
public sealed class GetKernelConfigCommand : KernelRowCmdlet<KernelOption>
{
    /// <summary>The names of the options; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the options; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<KernelOption>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<KernelOption> CreateQuery() => new(ProcRoot, Name, "kernel option");
}
