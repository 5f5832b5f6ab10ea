using System.Diagnostics;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <content>The events of the process connector.</content>
internal sealed partial class ProcessTable
{
    private const long NanosecondsInTick = 100;

    // A start time is that of the last tick before the event.
    private static readonly TimeSpan s_resolution = TimeSpan.FromSeconds(1);

    // Processes whose first thread has ended: the wait status and the time of the last event. The first thread ends alone, or with all others.
    private readonly Dictionary<int, (int WaitStatus, DateTimeOffset Time)> _leaderless = [];

    /// <summary>Whether a process may have ended, so that <see cref="Settle"/> has to be called soon.</summary>
    public bool IsUnsettled => _leaderless.Count > 0;

    /// <summary>Applies an event, unless it is from before the last <see cref="Poll"/>.</summary>
    public void Apply(in ConnectorEvent change)
    {
        DateTimeOffset time = TimeOf(change);
        if (time < _polled.From)
        {
            return;
        }

        switch (change.Kind)
        {
            case ConnectorEventKind.Fork when change.IsOfProcess:
                Start(change, time);
                break;
            case ConnectorEventKind.Exec:
                Execute(change, time);
                break;
            case ConnectorEventKind.UserIds or ConnectorEventKind.GroupIds when change.IsOfProcess:
                ChangeCredentials(change, time);
                break;
            case ConnectorEventKind.Name when change.IsOfProcess && _known.TryGetValue(change.ProcessId, out KnownProcess? renamed):
                _known[change.ProcessId] = renamed with { Name = NameOf(change) };
                break;
            case ConnectorEventKind.Exit:
                Exit(change, time);
                break;
        }
    }

    /// <summary>Reports the processes whose last thread has ended since.</summary>
    public void Settle()
    {
        foreach ((int id, (int waitStatus, DateTimeOffset time)) in _leaderless.ToArray())
        {
            var now = KnownProcess.Read(root, id, _scope, _known.GetValueOrDefault(id));
            if (now is null or { HasEnded: true } || (_known.TryGetValue(id, out KnownProcess? before) && !now.IsSameAs(before)))
            {
                Finish(id, time, waitStatus, parent: 0);
            }
        }
    }

    // The kernel counts in the clock of Stopwatch.
    private static DateTimeOffset TimeOf(in ConnectorEvent change) =>
        DateTimeOffset.Now - Positive(new TimeSpan((Stopwatch.GetTimestamp() - change.Nanoseconds) / NanosecondsInTick));

    // A child is a copy of its parent until it executes a program, which it may have done by now.
    private void Start(in ConnectorEvent change, DateTimeOffset time)
    {
        KnownProcess? now = ReadAt(change.ProcessId, time);
        if (time < _polled.Until && now is not null && _known.TryGetValue(change.ProcessId, out KnownProcess? polled) && polled.StartTicks == now.StartTicks)
        {
            return;
        }

        KnownProcess? parent = _known.GetValueOrDefault(change.ParentProcessId);
        KnownProcess child = (parent ?? now ?? new KnownProcess { ProcessId = change.ProcessId }) with
        {
            ProcessId = change.ProcessId,
            ParentProcessId = change.ParentProcessId,
            StartTicks = now?.StartTicks,
            StartTime = now?.StartTime ?? time,
            BornAt = time,
            HasEnded = false,
        };
        _leaderless.Remove(change.ProcessId);
        _known[change.ProcessId] = child;
        Report(child, ProcessChangeKind.Started, time, ProcessChangeSource.Connector);
    }

    private void Execute(in ConnectorEvent change, DateTimeOffset time)
    {
        KnownProcess before = Known(change.ProcessId);
        KnownProcess now = ReadAt(change.ProcessId, time) ?? before with
        {
            Name = null,
            CommandLine = null,
            WhyNoCommandLine = UnavailableReason.Gone,
            Executable = null,
            WhyNoExecutable = UnavailableReason.Gone,
        };

        // A change of credentials that came after it may be visible already.
        now = now with { BornAt = before.BornAt, HasEnded = false, UserIds = before.UserIds ?? now.UserIds, GroupIds = before.GroupIds ?? now.GroupIds };
        _leaderless.Remove(change.ProcessId);
        _known[change.ProcessId] = now;
        Report(now, ProcessChangeKind.Executed, time, ProcessChangeSource.Connector, before);
    }

    private void ChangeCredentials(in ConnectorEvent change, DateTimeOffset time)
    {
        KnownProcess before = Known(change.ProcessId);
        (uint, uint) ids = (change.RealId, change.EffectiveId);
        KnownProcess now = change.Kind == ConnectorEventKind.UserIds ? before with { UserIds = ids } : before with { GroupIds = ids };

        // The kernel reports a change of the saved id and of that for files too.
        if (now != before)
        {
            _known[change.ProcessId] = now;
            Report(now, ProcessChangeKind.CredentialsChanged, time, ProcessChangeSource.Connector, before);
        }
    }

    private void Exit(in ConnectorEvent change, DateTimeOffset time)
    {
        int id = change.ProcessId;
        if (change.IsOfProcess)
        {
            var now = KnownProcess.Read(root, id, _scope, _known.GetValueOrDefault(id));
            if (now is { Threads: > 1 } && Known(id).IsSameAs(now))
            {
                _leaderless[id] = (change.WaitStatus, time);
                return;
            }

            Finish(id, time, change.WaitStatus, change.ParentProcessId);
        }
        else if (_leaderless.TryGetValue(id, out (int WaitStatus, DateTimeOffset Time) leader))
        {
            // exit_group(2) of another thread, or a signal, decides for all.
            _leaderless[id] = (change.WaitStatus != 0 ? change.WaitStatus : leader.WaitStatus, time);
            Settle();
        }
    }

    private void Finish(int id, DateTimeOffset time, int waitStatus, int parent)
    {
        bool isReported = time < _polled.Until && !_known.ContainsKey(id);
        KnownProcess ended = Known(id);
        _leaderless.Remove(id);
        _known.Remove(id);
        if (!ended.HasEnded && !isReported)
        {
            End(parent > 0 ? ended with { ParentProcessId = parent } : ended, time, ProcessChangeSource.Connector, waitStatus);
        }
    }

    private KnownProcess Known(int id) =>
        _known.GetValueOrDefault(id) ?? new KnownProcess { ProcessId = id, WhyNoCommandLine = UnavailableReason.Gone, WhyNoExecutable = UnavailableReason.Gone };

    // By the time an old event is read, its process may be gone and another have its id.
    private KnownProcess? ReadAt(int id, DateTimeOffset time) =>
        KnownProcess.Read(root, id, _scope, before: null) is { } process && !(process.StartTime > time + s_resolution) ? process : null;

    // The kernel cuts the name to 15 bytes; the whole one is in the arguments.
    private string NameOf(in ConnectorEvent change)
    {
        byte[] name = change.Name!;
        return ProcessIdentity.MayBeCut(name) && KnownProcess.Read(root, change.ProcessId, _scope, before: null)?.Name is { } whole ? whole : LosslessText.Decode(name);
    }
}
