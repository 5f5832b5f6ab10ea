using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Formatting;

namespace ProcFs.Commands;

/// <summary>Measures the resource usage of processes: CPU, waits, page faults, I/O, context switches.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "ProcUsage", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessUsage))]
public sealed class MeasureProcUsageCommand : ProcessCmdlet
{
    private const string OfCaptures = "Captures";

    // The name of the view with thread columns.
    private const string WithThreads = "ProcFs.ProcessUsage#IncludeThread";

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(int.MaxValue);

    // Pipeline input is measured together, in one interval.
    private readonly GatheredProcesses _processes = new();

    /// <summary>The minimum time between two samples.</summary>
    [Parameter(ParameterSetName = ById, HelpMessage = "The minimum time between two samples, in seconds or as a time span.")]
    [Parameter(ParameterSetName = ByName, HelpMessage = "The minimum time between two samples, in seconds or as a time span.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The number of rounds to measure; 0 for no end.</summary>
    [Parameter(ParameterSetName = ById, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [Parameter(ParameterSetName = ByName, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [ValidateRange(0, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>The property by which to sort the processes of a round, largest first.</summary>
    [Parameter(HelpMessage = "The property by which to sort the processes of a round, largest first.")]
    [ValidateSet(
        nameof(ProcessUsage.CpuPercent),
        nameof(ProcessUsage.UserPercent),
        nameof(ProcessUsage.SystemPercent),
        nameof(ProcessUsage.WaitPercent),
        nameof(ProcessUsage.MemoryPercent),
        nameof(ProcessUsage.ResidentSize),
        nameof(ProcessUsage.BlockIoDelay),
        nameof(ProcessUsage.BytesReadPerSecond),
        nameof(ProcessUsage.BytesWrittenPerSecond),
        nameof(ProcessUsage.MinorFaultsPerSecond),
        nameof(ProcessUsage.MajorFaultsPerSecond),
        nameof(ProcessUsage.VoluntarySwitchesPerSecond),
        nameof(ProcessUsage.InvoluntarySwitchesPerSecond),
        nameof(ProcessUsage.Threads))]
    public string SortBy { get; set; } = nameof(ProcessUsage.CpuPercent);

    /// <summary>Only this number of processes in each round.</summary>
    [Parameter(HelpMessage = "Only this number of processes in each round.")]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = int.MaxValue;

    /// <summary>Includes processes that used neither CPU nor storage. Named processes are always included.</summary>
    [Parameter(HelpMessage = "Includes processes that used neither CPU nor storage.")]
    public SwitchParameter All { get; set; }

    /// <summary>Includes the threads of each process.</summary>
    [Parameter(HelpMessage = "Includes the threads of each process.")]
    public SwitchParameter IncludeThread { get; set; }

    /// <summary>The first of two captures, or the name of a drive.</summary>
    [Parameter(ParameterSetName = OfCaptures, Mandatory = true, HelpMessage = "The first of two captures, or the name of a drive.")]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>The second: a capture, or the name of a drive; the default is -Root.</summary>
    [Parameter(ParameterSetName = OfCaptures, HelpMessage = "The second: a capture, or the name of a drive; the default is the live machine.")]
    [ValidateNotNullOrEmpty]
    public string? Difference { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (Interval < s_least || Interval > s_most)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"The interval must be between 10 ms and 24 days.", Interval));
        }
    }

    private protected override void Process()
    {
        if (ParameterSetName != OfCaptures)
        {
            _processes.Add(Selection);
        }
    }

    private protected override void End()
    {
        if (ParameterSetName == OfCaptures)
        {
            ProcRoot difference = Difference is null ? ProcRoot : RootArgument.Resolve(SessionState, Difference);
            var order = new UsageOrder { SortBy = SortBy, Top = Top, IsWithoutIdle = !All };
            WriteAll(ProcessUsage.MeasureBetween(RootArgument.Resolve(SessionState, Reference), difference, IncludeThread, Summary, order, PipelineStopToken));
        }
        else if (_processes.Selection is { } selection)
        {
            var order = new UsageOrder { SortBy = SortBy, Top = Top, IsWithoutIdle = selection.IsAll && !All };
            IEnumerable<IReadOnlyList<Outcome<ProcessUsage>>> rounds =
                ProcessUsage.MeasureRounds(selection, Interval, Count == 0 ? null : Count, IncludeThread, Summary, order, PipelineStopToken);
            if (Count != 1 && RedrawnTable.For(MyInvocation, Host) is { } table)
            {
                Draw(rounds, table);
            }
            else
            {
                WriteAll(rounds.SelectMany(round => round));
            }
        }

        base.End();
    }

    private protected override void Write(object item) => WriteObject(Shown(item));

    private void Draw(IEnumerable<IReadOnlyList<Outcome<ProcessUsage>>> rounds, RedrawnTable table)
    {
        foreach (IReadOnlyList<Outcome<ProcessUsage>> round in rounds)
        {
            List<object> rows = [.. round.Select(outcome => outcome.Item).OfType<ProcessUsage>().Select(Shown)];
            if (rows.Count < round.Count)
            {
                table.Leave();
                WriteAll(round.Where(outcome => outcome.Error is not null));
            }

            if (rows.Count > 0)
            {
                table.Draw(rows);
            }
        }
    }

    private object Shown(object item)
    {
        if (!IncludeThread)
        {
            return item;
        }

        var row = new PSObject(item);
        row.TypeNames.Insert(0, WithThreads);
        return row;
    }
}
