using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the environment of processes, in its order and with all its entries.</summary>
[Cmdlet(VerbsCommon.Get, "ProcEnvironment", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(EnvironmentVariable))]
public sealed class GetProcEnvironmentCommand : ProcessCmdlet
{
    private RowFilter _variable = RowFilter.None;

    /// <summary>Only variables with these names; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only variables with these names; wildcards are permitted.")]
    [ArgumentCompleter(typeof(EnvironmentVariableCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Variable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _variable = new RowFilter(Variable, "No process has an environment variable named");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteAll(Selection.Rows<EnvironmentVariable>(Summary, Stopped));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _variable.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        if (_variable.Accepts(((EnvironmentVariable)item).Name))
        {
            WriteObject(item);
        }
    }
}
