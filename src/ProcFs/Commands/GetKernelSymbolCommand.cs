using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Gets symbols of the kernel by name, or the symbol that an address lies in.</summary>
[Cmdlet(VerbsCommon.Get, "KernelSymbol", DefaultParameterSetName = ByName, HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelSymbol), ParameterSetName = [ByName])]
[OutputType(typeof(SymbolLocation), ParameterSetName = [ByAddress])]
public sealed class GetKernelSymbolCommand : ProcCmdlet
{
    private const string ByName = "Name";
    private const string ByAddress = "Address";

    private RowFilter _names = RowFilter.None;
    private RowFilter _modules = RowFilter.None;
    private KernelSymbolFilter _filter = KernelSymbolFilter.None;
    private KernelSymbolTable? _table;
    private bool _isHidden;

    /// <summary>The names of the symbols; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, HelpMessage = "The names of the symbols; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelSymbolCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only symbols of these modules; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, HelpMessage = "Only symbols of these modules; wildcards are permitted.")]
    [ArgumentCompleter(typeof(SymbolModuleCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Module { get; set; }

    /// <summary>Only symbols of these types, as nm(1) has them: T text, D data, lower case for local ones.</summary>
    [Parameter(ParameterSetName = ByName, HelpMessage = "Only symbols of these types, as nm has them: T text, D data; lower case for local ones.")]
    [ValidateNotNullOrEmpty]
    public char[]? Type { get; set; }

    /// <summary>The addresses whose symbols are looked for, as numbers or in hexadecimal.</summary>
    [Parameter(ParameterSetName = ByAddress, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "The addresses whose symbols are looked for.")]
    [AddressTransformation]
    public ulong[] Address { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new RowFilter(Name, "No symbol of the kernel is named");
        _modules = new RowFilter(Name is null ? Module : null, "No symbol belongs to a module named");
        _filter = new KernelSymbolFilter
        {
            Names = _names.Patterns,
            Modules = Module is null ? null : [.. Module.Select(pattern => new Wildcard(pattern))],
            Types = Type,
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName)
        {
            WriteAll(KernelSymbol.Read(ProcRoot, _filter, Stopped));
            return;
        }

        if (_table is null)
        {
            _table = LoadTable();
            if (_table.IsHidden)
            {
                WriteError(ErrorRecords.Of(new ProcException(ProcErrorKind.AccessDenied, ProcRoot.PathOf("kallsyms"), KernelSymbol.WhyHidden(ProcRoot))));
            }
        }

        foreach (ulong address in _table.IsHidden ? [] : Address)
        {
            if (_table.Find(address) is { } location)
            {
                WriteObject(location);
            }
            else
            {
                WriteError(ErrorRecords.NotFound($"No symbol of the kernel holds the address 0x{address:x}.", address));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_isHidden)
        {
            WriteWarning(KernelSymbol.WhyHidden(ProcRoot));
        }

        _names.ReportUnmatched(WriteError);
        _modules.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        var symbol = (KernelSymbol)item;
        _isHidden |= symbol.Address is null;
        _ = _names.Accepts(symbol.Name);
        _ = _modules.Accepts(symbol.Module);
        WriteObject(symbol);
    }

    private KernelSymbolTable LoadTable()
    {
        var symbols = new List<KernelSymbol>();
        foreach (Outcome<KernelSymbol> outcome in KernelSymbol.Read(ProcRoot, KernelSymbolFilter.None, Stopped))
        {
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.Of(error));
                continue;
            }

            symbols.Add(outcome.Item!);
        }

        return KernelSymbolTable.Of(symbols);
    }
}
