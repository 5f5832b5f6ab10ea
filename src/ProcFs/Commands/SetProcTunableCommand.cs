using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Sets how the kernel treats processes while they run, and never one that got the id of another.</summary>
[Cmdlet(VerbsCommon.Set, "ProcTunable", DefaultParameterSetName = ById, SupportsShouldProcess = true, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessTunables))]
public sealed class SetProcTunableCommand : ProcessCmdlet
{
    // TASK_COMM_LEN less the NUL.
    private const int LongestName = 15;

    /// <summary>When the process started: one that has the id but started at another time is not written to.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "When the process started; one that started at another time is not written to.")]
    [StartTimeTransformation]
    public DateTimeOffset StartTime { get; set; }

    /// <summary>How willingly the OOM killer takes it, from -1000 (never) to 1000 (first).</summary>
    [Parameter(HelpMessage = "How willingly the OOM killer takes it, from -1000 (never) to 1000 (first).")]
    public int OomScoreAdj { get; set; }

    /// <summary>Which kinds of memory a core dump holds.</summary>
    [Parameter(HelpMessage = "Which kinds of memory a core dump holds, by name.")]
    public CoreDumpFilter CoredumpFilter { get; set; }

    /// <summary>How late timers of the first thread may fire: 50us, 1ms or a TimeSpan; 0 sets what the thread had at its start.</summary>
    [Parameter(HelpMessage = "How late timers may fire: 50us, 1ms or a TimeSpan; 0 sets what the thread had at its start.")]
    [TimerSlackTransformation]
    public TimeSpan TimerSlack { get; set; }

    /// <summary>The nice value of the scheduling group of its session, from 19 (low) to -20 (high).</summary>
    [Parameter(HelpMessage = "The nice value of the scheduling group of its session, from 19 (low) to -20 (high).")]
    public int Autogroup { get; set; }

    /// <summary>The name of a thread of this very process.</summary>
    [Parameter(HelpMessage = "The name of a thread, of which the kernel keeps 15 bytes. A process names its own threads alone.")]
    [AllowEmptyString]
    public string ThreadName { get; set; } = "";

    /// <summary>The thread that the name is for; without it, or where it is 0, the first.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "The thread that the name is for; without it the first.")]
    [ArgumentCompleter(typeof(Completion.ThreadIdCompleter))]
    public int ThreadId { get; set; }

    /// <summary>Which marks of its pages are cleared.</summary>
    [Parameter(HelpMessage = "Which marks of its pages are cleared.")]
    public PageMarks ClearReferenced { get; set; }

    /// <summary>Emits the settings of each process as they are afterwards.</summary>
    [Parameter(HelpMessage = "Emits the settings of each process as they are afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private ProcessTuning Tuning => new()
    {
        OomScoreAdj = IsGiven(nameof(OomScoreAdj)) ? OomScoreAdj : null,
        CoredumpFilter = IsGiven(nameof(CoredumpFilter)) ? CoredumpFilter : null,
        TimerSlack = IsGiven(nameof(TimerSlack)) ? TimerSlack : null,
        Autogroup = IsGiven(nameof(Autogroup)) ? Autogroup : null,
        ThreadName = IsGiven(nameof(ThreadName)) ? ThreadName : null,
        ThreadId = ThreadId == 0 ? null : ThreadId,
        ClearReferenced = IsGiven(nameof(ClearReferenced)) ? ClearReferenced : null,
    };

    private protected override void Begin()
    {
        base.Begin();
        if (Tuning.Writes.Count == 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Name what is to be set, such as -OomScoreAdj 500.", this));
        }

        if (!ProcRoot.IsLive)
        {
            ThrowTerminatingError(ErrorRecords.NotSupported($"{ProcRoot} is no /proc of a running machine: nothing can be set there.", ProcRoot.Path));
        }

        if (LosslessText.Encode(ThreadName).Length > LongestName)
        {
            WriteWarning($"The kernel keeps {LongestName} bytes of a thread's name.");
        }
    }

    private protected override void Process()
    {
        if (Selection.IsAll)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Name the processes that are to be changed: -Id or -Name.", this));
        }

        DateTimeOffset? startTime = IsGiven(nameof(StartTime)) ? StartTime : null;
        WriteAll(TunableProcess.Find(Selection, startTime, ThreadId == 0 ? null : ThreadId, Summary, PipelineStopToken));
    }

    private protected override void Write(object item)
    {
        var process = (TunableProcess)item;
        ProcessTuning tuning = Tuning;
        string changes = string.Join(", ", tuning.Writes.Select(write => $"\"{write.Value}\" to {write.Key}"));
        if (!ShouldProcess($"process {process.ProcessId} ({process.Name})", $"Write {changes}"))
        {
            return;
        }

        Guard(() => Set(process, tuning), process.ProcessId, $"{process.ProcessId}");
    }

    private void Set(TunableProcess process, ProcessTuning tuning)
    {
        foreach (ProcException error in process.Write(tuning, PipelineStopToken))
        {
            WriteError(ErrorRecords.Of(error, process.ProcessId));
        }

        if (PassThru)
        {
            WriteObject(process.Read());
        }
    }

    private bool IsGiven(string name) => MyInvocation.BoundParameters.ContainsKey(name);
}
