using System.Management.Automation;
using ProcFs.Binding;

namespace ProcFs.Commands;

/// <summary>Measures what processes use: CPU, waiting, faults, input and output, switches.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "ProcUsage", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessUsage))]
public sealed class MeasureProcUsageCommand : ProcessCmdlet
{
    // The name by which the view with the column of threads is found.
    private const string WithThreads = "ProcFs.ProcessUsage#IncludeThread";

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(int.MaxValue);

    // What comes down the pipeline is measured together, in one interval.
    private readonly GatheredProcesses _processes = new();

    /// <summary>The least time between two samples.</summary>
    [Parameter(HelpMessage = "The least time between two samples, in seconds or as a time span.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many rounds are measured; 0 to go on without end.</summary>
    [Parameter(HelpMessage = "How many rounds are measured; 0 to go on until Ctrl-C.")]
    [ValidateRange(0, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>Each thread beside its process.</summary>
    [Parameter(HelpMessage = "Each thread beside its process.")]
    public SwitchParameter IncludeThread { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Interval < s_least || Interval > s_most)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("The interval has to be from 10 ms to 24 days.", Interval));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _processes.Add(Selection);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_processes.Selection is { } selection)
        {
            WriteAll(ProcessUsage.Measure(selection, Interval, Count == 0 ? null : Count, IncludeThread, Summary, PipelineStopToken));
        }

        base.EndProcessing();
    }

    private protected override void Write(object item)
    {
        if (IncludeThread)
        {
            var row = new PSObject(item);
            row.TypeNames.Insert(0, WithThreads);
            item = row;
        }

        WriteObject(item);
    }
}
