using System.Management.Automation;
using ProcFs.Views;

namespace ProcFs.Commands;

/// <summary>Shows the progress of processes through the files that they read or write, as progress bars.</summary>
[Cmdlet(VerbsCommon.Show, "ProcProgress", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
public sealed class ShowProcProgressCommand() : WatchCmdlet(TimeSpan.FromMilliseconds(500))
{
    private const int Unknown = -1;

    // A bar for each process; 0 is the default of Write-Progress.
    private readonly Dictionary<int, int> _bars = [];

    private protected override FileDescriptorFilter Filter => FileDescriptorFilter.None;

    private protected override void Watch(FdWatcher watcher)
    {
        foreach (Outcome<FdProgress> outcome in watcher.WatchProgress(PipelineStopToken))
        {
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.Of(error));
                continue;
            }

            WriteProgress(BarOf(outcome.Item!));
        }
    }

    private ProgressRecord BarOf(FdProgress progress)
    {
        if (!_bars.TryGetValue(progress.ProcessId, out int id))
        {
            id = _bars.Count + 1;
            _bars.Add(progress.ProcessId, id);
        }

        string status = progress.File is { } file ? Display.Progress(file) : "no file has advanced yet";
        ProgressRecord bar = ProgressOf(id, $"{progress.ProcessName} ({progress.ProcessId})", $"{status}");
        bar.RecordType = progress.HasEnded ? ProgressRecordType.Completed : ProgressRecordType.Processing;
        bar.PercentComplete = progress.File?.Percent is { } percent ? (int)percent : Unknown;
        bar.SecondsRemaining = progress.File?.TimeLeft is { } left ? (int)Math.Min(Math.Ceiling(left.TotalSeconds), int.MaxValue) : Unknown;
        return bar;
    }
}
