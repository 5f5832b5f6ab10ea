using System.Management.Automation;
using ProcFs.Binding;

namespace ProcFs.Commands;

/// <summary>The base of the cmdlets that watch processes: they collect all of them, and then sample them together until the last has ended.</summary>
public abstract class WatchCmdlet : ProcessCmdlet, IDisposable
{
    private FdWatcher? _watcher;

    private protected WatchCmdlet(TimeSpan interval) => Interval = interval;

    /// <summary>The time between two samples.</summary>
    [Parameter(HelpMessage = "The time between two samples: seconds, or a time span such as 0:0:0.1.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; }

    private protected abstract FileDescriptorFilter Filter { get; }

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

        _watcher = new FdWatcher(ProcRoot, Interval);
    }

    private protected override void Process()
    {
        if (Selection.IsAll)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify the processes to watch: -Id or -Name.", this));
        }

        WriteAll(_watcher!.Add(Selection, Filter, PipelineStopToken));
    }

    private protected override void End()
    {
        base.End();
        Watch(_watcher!);
    }

    private protected abstract void Watch(FdWatcher watcher);
}
