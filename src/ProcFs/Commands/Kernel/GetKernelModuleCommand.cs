using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the loaded modules of the kernel.</summary>
[Cmdlet(VerbsCommon.Get, "KernelModule", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelModule))]
public sealed class GetKernelModuleCommand : KernelRowCmdlet<KernelModule>
{
    /// <summary>The names of the modules; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the modules; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<KernelModule>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<KernelModule> CreateQuery() => new(ProcRoot, Name, "module");
}
