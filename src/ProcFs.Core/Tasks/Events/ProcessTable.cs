using ProcFs.IO;

namespace ProcFs;

/// <summary>The processes that exist, as far as they are known; it reports their changes.</summary>
/// <param name="root">A live /proc.</param>
internal sealed partial class ProcessTable(ProcRoot root)
{
    private readonly ReadScope _scope = new();
    private readonly Dictionary<int, KnownProcess> _known = [];
    private readonly HashSet<int> _seen = [];
    private (DateTimeOffset From, DateTimeOffset Until) _polled;

    /// <summary>Receives the changes.</summary>
    public Action<ProcessChange> Reported { get; set; } = static _ => { };

    /// <summary>Takes note of all processes that exist, without a report.</summary>
    public void Start()
    {
        foreach (int id in root.EnumerateProcessIds())
        {
            if (KnownProcess.Read(root, id, _scope, before: null) is { } process)
            {
                _known[id] = process;
            }
        }
    }

    /// <summary>Whether a process with this id exists, and has not ended.</summary>
    public bool IsAlive(int processId) => _known.TryGetValue(processId, out KnownProcess? process) && !process.HasEnded;

    /// <summary>Compares the processes with those of the last time, and reports what has changed.</summary>
    public void Poll()
    {
        DateTimeOffset time = DateTimeOffset.Now;
        _seen.Clear();
        foreach (int id in root.EnumerateProcessIds())
        {
            KnownProcess? before = _known.GetValueOrDefault(id);
            if (KnownProcess.Read(root, id, _scope, before) is { } now)
            {
                _seen.Add(id);
                Compare(before, now, time);
            }
        }

        foreach (KnownProcess gone in _known.Values.Where(process => !_seen.Contains(process.ProcessId)).ToArray())
        {
            _known.Remove(gone.ProcessId);
            _leaderless.Remove(gone.ProcessId);
            EndIfAlive(gone, time);
        }

        _polled = (time, DateTimeOffset.Now);
    }

    private void Compare(KnownProcess? before, KnownProcess now, DateTimeOffset time)
    {
        if (before is not null && !now.IsSameAs(before))
        {
            EndIfAlive(before, time);
            before = null;
        }

        _known[now.ProcessId] = now;
        if (before is null)
        {
            Report(now, ProcessChangeKind.Started, time, ProcessChangeSource.Polling);
        }
        else if (now.HasExecutedSince(before))
        {
            Report(now, ProcessChangeKind.Executed, time, ProcessChangeSource.Polling, before);
        }

        if (before is not null && !now.HasEnded && (now.UserIds != before.UserIds || now.GroupIds != before.GroupIds))
        {
            Report(now, ProcessChangeKind.CredentialsChanged, time, ProcessChangeSource.Polling, before);
        }

        if (now.HasEnded && before is not { HasEnded: true })
        {
            End(now, time, ProcessChangeSource.Polling, now.WaitStatus);
        }
    }

    private void EndIfAlive(KnownProcess process, DateTimeOffset time)
    {
        if (!process.HasEnded)
        {
            End(process, time, ProcessChangeSource.Polling, waitStatus: null);
        }
    }

    private void End(KnownProcess process, DateTimeOffset time, ProcessChangeSource source, int? waitStatus) =>
        Report(process, ProcessChangeKind.Ended, time, source, waitStatus: waitStatus);

    private void Report(
        KnownProcess process,
        ProcessChangeKind kind,
        DateTimeOffset time,
        ProcessChangeSource source,
        KnownProcess? before = null,
        int? waitStatus = null)
    {
        bool isEnd = kind == ProcessChangeKind.Ended;
        int? signal = waitStatus & 0x7f;
        KnownProcess? other = kind == ProcessChangeKind.CredentialsChanged ? before : null;
        Reported(new ProcessChange
        {
            Time = time,
            Change = kind,
            ProcessId = process.ProcessId,
            ParentProcessId = process.ParentProcessId,
            ProcessName = process.Name,
            PreviousName = kind == ProcessChangeKind.Executed ? before?.Name : null,
            StartTime = process.StartTime,
            CommandLine = process.CommandLine,
            Executable = process.Executable,
            User = UserName(process.UserIds),
            Group = GroupName(process.GroupIds),
            UserIds = Pair(process.UserIds),
            GroupIds = Pair(process.GroupIds),
            PreviousUser = UserName(other?.UserIds),
            PreviousGroup = GroupName(other?.GroupIds),
            PreviousUserIds = Pair(other?.UserIds),
            PreviousGroupIds = Pair(other?.GroupIds),
            ExitCode = signal is 0 ? (waitStatus >> 8) & 0xff : null,
            ExitSignal = signal is > 0 and { } number ? SignalNames.Of(number, root.Facts.Architecture) : null,
            HasDumpedCore = signal is > 0 ? (waitStatus & 0x80) != 0 : null,
            Lifetime = isEnd ? LifetimeOf(process, time) : null,
            Source = source,
            Unavailable = MissingOf(process, isEnd && waitStatus is null, process.HasEnded),
        });
    }

    private static IReadOnlyDictionary<string, UnavailableReason> MissingOf(KnownProcess process, bool lacksStatus, bool isZombie)
    {
        var missing = default(UnavailableFields);
        missing.Add(nameof(ProcessChange.ProcessName), process.Name is null ? UnavailableReason.Gone : null);
        missing.Add(nameof(ProcessChange.CommandLine), process.CommandLine is null ? process.WhyNoCommandLine ?? UnavailableReason.Gone : null);
        missing.Add(nameof(ProcessChange.Executable), process.Executable is null ? process.WhyNoExecutable : null);
        missing.Add(nameof(ProcessChange.UserIds), process.UserIds is null ? UnavailableReason.Gone : null);
        missing.Add(nameof(ProcessChange.GroupIds), process.GroupIds is null ? UnavailableReason.Gone : null);
        missing.Add(nameof(ProcessChange.ExitCode), lacksStatus ? isZombie ? UnavailableReason.Denied : UnavailableReason.Gone : null);
        return missing.ToDictionary();
    }

    // The boot time, and start times with it, are exact to a second, but the ticks since boot to a hundredth.
    private TimeSpan? LifetimeOf(KnownProcess process, DateTimeOffset end) => process switch
    {
        { BornAt: { } birth } => Positive(end - birth),
        { StartTicks: { } ticks } => Positive(BootClock.Now - (DateTimeOffset.Now - end) - root.Facts.FromTicks(ticks)),
        _ => null,
    };

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;

    private static uint[]? Pair((uint Real, uint Effective)? ids) => ids is { } both ? [both.Real, both.Effective] : null;

    private string? UserName((uint Real, uint Effective)? ids) => ids is { Effective: var id } ? root.Accounts.UserName(id) ?? $"{id}" : null;

    private string? GroupName((uint Real, uint Effective)? ids) => ids is { Effective: var id } ? root.Accounts.GroupName(id) ?? $"{id}" : null;
}
