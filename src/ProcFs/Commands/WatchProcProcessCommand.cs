using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Watches processes start, execute programs, change their credentials and end.</summary>
[Cmdlet(VerbsCommon.Watch, "ProcProcess", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessChange))]
public sealed class WatchProcProcessCommand : ProcessCmdlet, IDisposable
{
    private readonly List<int> _ids = [];
    private readonly List<Wildcard> _names = [];
    private ProcessWatcher? _watcher;

    /// <summary>Only processes of these users, before or after the change; wildcards are permitted.</summary>
    [Parameter(HelpMessage = ProcessQuery.UserHelp)]
    [ArgumentCompleter(typeof(UserCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? User { get; set; }

    /// <summary>Only children of these processes.</summary>
    [Parameter(HelpMessage = ProcessQuery.ParentHelp)]
    [Alias("ParentProcessId")]
    [ProcessIdTransformation]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    public int[]? Parent { get; set; }

    /// <summary>Only changes of these kinds.</summary>
    [Parameter(HelpMessage = "Only changes of these kinds.")]
    [ValidateNotNullOrEmpty]
    public ProcessChangeKind[]? Change { get; set; }

    /// <summary>The number of changes after which the cmdlet ends.</summary>
    [Parameter(HelpMessage = "The number of changes after which the cmdlet ends.")]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = int.MaxValue;

    /// <summary>The time after which the cmdlet ends.</summary>
    [Parameter(HelpMessage = "The time after which the cmdlet ends: seconds, or a time span such as 0:1:0.")]
    [IntervalTransformation]
    public TimeSpan Timeout { get; set; } = TimeSpan.MaxValue;

    /// <summary>The time between two samples, where it has to poll.</summary>
    [Parameter(HelpMessage = "The time between two samples, where it has to poll: seconds, or a time span such as 0:0:0.1.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; } = ProcessWatcher.DefaultInterval;

    /// <summary>Polls, even where the process connector is permitted.</summary>
    [Parameter(HelpMessage = "Polls, even where the process connector is permitted.")]
    public SwitchParameter Polling { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override void Begin()
    {
        base.Begin();
        if (Interval < FdWatcher.ShortestInterval || Interval > FdWatcher.LongestInterval)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{Interval} is not a valid interval: it must be from a millisecond to a day.", Interval));
        }

        if (Timeout <= TimeSpan.Zero)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{Timeout} is not a valid timeout: it must be longer than zero.", Timeout));
        }
    }

    private protected override void Process()
    {
        _ids.AddRange(Id ?? []);
        _names.AddRange((Name ?? []).Select(name => new Wildcard(name)));
    }

    private protected override void End()
    {
        base.End();
        if (MyInvocation.ExpectingInput && _ids.Count == 0 && _names.Count == 0)
        {
            return;
        }

        var filter = new ProcessChangeFilter
        {
            Ids = _ids.Count > 0 ? _ids : null,
            Names = _names.Count > 0 ? _names : null,
            Users = User is null ? null : [.. User.Select(user => new Wildcard(user))],
            Parents = Parent,
            Changes = Change,
        };
        _watcher = new ProcessWatcher(ProcRoot, filter, Interval, Polling);
        Say(_watcher);
        WriteAll(Watch(_watcher));
    }

    private void Say(ProcessWatcher watcher)
    {
        if (watcher.WhyPolling is { } reason)
        {
            WriteWarning($"Processes that live shorter than {Views.Display.Duration(Interval)} are missed: {reason}, so that /proc is polled.");
        }

        WriteVerbose($"{(watcher.Source == ProcessChangeSource.Connector ? "The kernel reports the changes, through the process connector." : "The changes are found by polling /proc.")}");
    }

    private IEnumerable<Outcome<ProcessChange>> Watch(ProcessWatcher watcher)
    {
        int left = Count;
        foreach (Outcome<ProcessChange> outcome in watcher.Watch(Timeout, PipelineStopToken))
        {
            while (watcher.TryTakeWarning(out string warning))
            {
                WriteWarning($"{warning}");
            }

            yield return outcome;
            left -= outcome.Item is null ? 0 : 1;
            if (left == 0)
            {
                yield break;
            }
        }

        while (watcher.TryTakeWarning(out string last))
        {
            WriteWarning($"{last}");
        }
    }
}
