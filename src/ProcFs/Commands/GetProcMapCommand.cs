using System.Management.Automation;
using ProcFs.Binding;

namespace ProcFs.Commands;

/// <summary>Gets the memory mappings of processes.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMap", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(MemoryMapping))]
public sealed class GetProcMapCommand : ProcessCmdlet
{
    private RowFilter _path = RowFilter.None;

    /// <summary>Only mappings of these files; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only mappings of these files, or of names such as [heap]; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _path = new RowFilter(Path, "No mapping is of");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(ProcessFile.ReadRows<MemoryMapping>(Selection, "maps", Summary, Stopped));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _path.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        if (_path.Accepts(((MemoryMapping)item).Path))
        {
            WriteObject(item);
        }
    }
}
