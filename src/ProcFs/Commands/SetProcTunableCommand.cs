using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Sets kernel tunables of running processes, never of another one that reuses the id.</summary>
[Cmdlet(VerbsCommon.Set, "ProcTunable", DefaultParameterSetName = ById, SupportsShouldProcess = true, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessTunables))]
public sealed class SetProcTunableCommand : ProcessCmdlet
{
    // TASK_COMM_LEN without the NUL.
    private const int LongestName = 15;

    /// <summary>The start time of the process: one with the same id that started at another time is not changed.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "The start time of the process; a process that started at another time is not changed.")]
    [StartTimeTransformation]
    public DateTimeOffset StartTime { get; set; }

    /// <summary>The OOM score adjustment, from -1000 (never killed) to 1000 (killed first).</summary>
    [Parameter(HelpMessage = "The OOM score adjustment, from -1000 (never killed) to 1000 (killed first).")]
    public int OomScoreAdj { get; set; }

    /// <summary>The kinds of memory in a core dump.</summary>
    [Parameter(HelpMessage = "The kinds of memory that a core dump contains, by name.")]
    public CoreDumpFilter CoredumpFilter { get; set; }

    /// <summary>The timer slack of the first thread: 50us, 1ms or a TimeSpan; 0 restores the value at its start.</summary>
    [Parameter(HelpMessage = "The timer slack: 50us, 1ms or a TimeSpan; 0 restores the value at the start of the thread.")]
    [TimerSlackTransformation]
    public TimeSpan TimerSlack { get; set; }

    /// <summary>The nice value of the autogroup of the session, from 19 (low priority) to -20 (high priority).</summary>
    [Parameter(HelpMessage = "The nice value of the autogroup of the session, from 19 (low priority) to -20 (high priority).")]
    public int Autogroup { get; set; }

    /// <summary>The name of a thread of the current process.</summary>
    [Parameter(HelpMessage = "The name of a thread, of which the kernel keeps 15 bytes. A process can only name its own threads.")]
    [AllowEmptyString]
    public string ThreadName { get; set; } = "";

    /// <summary>The thread to name; the default, or 0, is the first one.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "The thread to name; the default is the first thread.")]
    [ArgumentCompleter(typeof(Completion.ThreadIdCompleter))]
    public int ThreadId { get; set; }

    /// <summary>The page bits to clear.</summary>
    [Parameter(HelpMessage = "The page bits to clear.")]
    public PageMarks ClearReferenced { get; set; }

    /// <summary>Returns the settings of each process after the change.</summary>
    [Parameter(HelpMessage = "Returns the settings of each process after the change.")]
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
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify a setting, such as -OomScoreAdj 500.", this));
        }

        if (!ProcRoot.IsLive)
        {
            ThrowTerminatingError(ErrorRecords.NotSupported($"{ProcRoot} is not the /proc of a running machine: nothing can be changed there.", ProcRoot.Path));
        }

        if (LosslessText.Encode(ThreadName).Length > LongestName)
        {
            WriteWarning($"The kernel keeps only {LongestName} bytes of the name of a thread.");
        }
    }

    private protected override void Process()
    {
        if (Selection.IsAll)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify the processes to change: -Id or -Name.", this));
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
