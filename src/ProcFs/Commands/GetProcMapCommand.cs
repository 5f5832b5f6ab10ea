using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the memory mappings of processes.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMap", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(MemoryMapping), typeof(MemoryMappingUsage))]
public sealed class GetProcMapCommand : ProcessCmdlet
{
    private RowFilter _paths = RowFilter.None;
    private MemoryMappingFilter _filter = MemoryMappingFilter.None;

    /// <summary>Only mappings of these files; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only mappings of these files, or of names such as [heap]; wildcards are permitted.")]
    [ArgumentCompleter(typeof(MappedPathCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Adds what each mapping uses of the memory. That takes longer, and holds up the process meanwhile.</summary>
    [Parameter(HelpMessage = "Adds what each mapping uses of the memory. That takes longer, and holds up the process meanwhile.")]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _paths = new RowFilter(Path, "No mapping is of");
        _filter = new MemoryMappingFilter { Paths = _paths.Patterns };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Detailed)
        {
            WriteAll(MemoryMappingUsage.Read(Selection, _filter, Summary, Stopped));
            return;
        }

        WriteAll(MemoryMapping.Read(Selection, _filter, Summary, Stopped));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _paths.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        _ = _paths.Accepts(((MemoryMapping)item).Target);
        WriteObject(item);
    }
}
