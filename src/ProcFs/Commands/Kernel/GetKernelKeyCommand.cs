using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the keys of the kernel's key service that you may view.</summary>
[Cmdlet(VerbsCommon.Get, "KernelKey", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelKey))]
public sealed class GetKernelKeyCommand : KernelRowCmdlet<KernelKey>
{
    /// <summary>The ids of the keys in hexadecimal, their descriptions, or their types; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The ids of the keys in hexadecimal, their descriptions, or their types; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<KernelKey>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override KernelQuery<KernelKey> CreateQuery() =>
        new(ProcRoot, Name, "key", key => $"{key.KeyId:x8}", key => key.Description, key => key.Type);
}
