using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets kernel symbols by name, or the symbol that contains an address.</summary>
[Cmdlet(VerbsCommon.Get, "KernelSymbol", DefaultParameterSetName = ByName, HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelSymbol), ParameterSetName = [ByName])]
[OutputType(typeof(SymbolLocation), ParameterSetName = [ByAddress])]
public sealed class GetKernelSymbolCommand : ProcCmdlet
{
    private const string ByName = "Name";
    private const string ByAddress = "Address";

    private SymbolQuery _query = null!;

    /// <summary>The names of the symbols; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, HelpMessage = SymbolQuery.NameHelp)]
    [ArgumentCompleter(typeof(KernelSymbolCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only symbols of these modules; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, HelpMessage = SymbolQuery.ModuleHelp)]
    [ArgumentCompleter(typeof(SymbolModuleCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Module { get; set; }

    /// <summary>Only symbols of these types, which are the letters of nm(1): T code, D data, lower case for local symbols.</summary>
    [Parameter(ParameterSetName = ByName, HelpMessage = SymbolQuery.TypeHelp)]
    [ValidateNotNullOrEmpty]
    public char[]? Type { get; set; }

    /// <summary>Reads the symbols also if they are known from an earlier call.</summary>
    [Parameter(ParameterSetName = ByName, HelpMessage = SymbolQuery.FreshHelp)]
    public SwitchParameter Force { get; set; }

    /// <summary>The addresses to resolve, as numbers or in hexadecimal.</summary>
    [Parameter(ParameterSetName = ByAddress, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = SymbolQuery.AddressHelp)]
    [AddressTransformation]
    public ulong[] Address { get; set; } = [];

    private protected override void Begin()
    {
        base.Begin();
        _query = new SymbolQuery(ProcRoot, Name, Module, Type) { IsFresh = Force };
    }

    private protected override void Process()
    {
        if (ParameterSetName == ByName)
        {
            WriteAll(_query.Read(PipelineStopToken));
        }
        else
        {
            WriteAll(_query.Locate(Address, PipelineStopToken));
        }
    }

    private protected override void End()
    {
        if (_query.Warning is { } warning)
        {
            WriteWarning($"{warning}");
        }

        if (ParameterSetName == ByName)
        {
            WriteAll(_query.Unmatched);
        }
    }
}
