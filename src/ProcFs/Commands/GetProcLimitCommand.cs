using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the resource limits of processes, and what they use of them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcLimit", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ResourceLimit))]
public sealed class GetProcLimitCommand : ProcessCmdlet
{
    private RowFilter _limits = RowFilter.None;
    private ResourceLimitReader _reader = null!;
    private bool _any;

    /// <summary>Only these limits, by the kernel's words or by the name of setrlimit(2); wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only these limits, such as 'open files' or NOFILE; wildcards are permitted.")]
    [Alias("Resource")]
    [ArgumentCompleter(typeof(ResourceLimitCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Limit { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _limits = new RowFilter(Limit, "No limit is named");
        _reader = new ResourceLimitReader(_limits.Patterns);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(_reader.Read(Selection, Summary, Stopped));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_any)
        {
            AcceptKnown();
        }

        _limits.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        _any = true;
        var limit = (ResourceLimit)item;
        _ = _limits.Accepts(limit.Name) | _limits.Accepts(limit.Resource);
        WriteObject(limit);
    }

    // Where no process could be read, that is the error, and not the name of a limit that every process has.
    private void AcceptKnown()
    {
        foreach ((string name, string resource) in ResourceName.All)
        {
            _ = _limits.Accepts(name) | _limits.Accepts(resource);
        }
    }
}
