using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the object caches of the kernel.</summary>
[Cmdlet(VerbsCommon.Get, "KernelSlab", HelpUri = HelpUris.Module)]
[OutputType(typeof(SlabCache))]
public sealed class GetKernelSlabCommand : KernelRowCmdlet<SlabCache>
{
    /// <summary>The names of the caches; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the caches; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<SlabCache>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<SlabCache> CreateQuery() => new(ProcRoot, Name, "object cache", cache => cache.Name);
}
