using System.Collections.Concurrent;
using System.Diagnostics;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Watches the descriptors of processes by sampling: each sample lists <c>/proc/&lt;pid&gt;/fd</c>, reads every link, and for files the position in fdinfo. It ends
/// with the processes.
/// </summary>
public sealed class FdWatcher : IDisposable
{
    // With more pending changes than this, positions are no longer reported: only the last one counts later.
    private const int MostWaiting = 10_000;

    private readonly ProcRoot _root;
    private readonly TimeSpan _interval;
    private readonly ReadScope _scope = new();
    private readonly KeptInfos _kept = new();
    private readonly List<WatchedProcess> _processes = [];
    private bool _isStarted;

    /// <summary>Watches processes of <paramref name="root"/>, after they are added.</summary>
    /// <param name="root">A live /proc.</param>
    /// <param name="interval">The time from the start of a sample to the start of the next.</param>
    public FdWatcher(ProcRoot root, TimeSpan interval)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, ShortestInterval);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, LongestInterval);
        _root = root;
        _interval = interval;
    }

    /// <summary>A tenth of a second.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A millisecond.</summary>
    public static TimeSpan ShortestInterval { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>A day.</summary>
    public static TimeSpan LongestInterval { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Adds the selected processes, as they are now: a process that starts later with one of the names is not included. For a process that is already watched, the
    /// numbers of both filters are watched.
    /// </summary>
    /// <returns>The errors for named processes.</returns>
    public IReadOnlyList<ProcException> Add(ProcessSelection selection, FileDescriptorFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(filter);
        var failures = new List<ProcException>();
        if (!_root.IsLive)
        {
            failures.Add(new ProcException(ProcErrorKind.NotSupported, _root.Path, $"{_root.Path}: it is a capture, in which nothing changes."));
            return failures;
        }

        foreach (Outcome<ProcessSummary> outcome in ProcessSummary.Read(selection, new ReadSummary(), cancellation))
        {
            ProcException? failure = outcome.Error ?? Add(outcome.Item!.ProcessId, filter);

            // A process that was found by name may have ended since, or have no descriptors.
            if (failure is not null && (outcome.Item is null || selection.Ids is not null || failure.Kind != ProcErrorKind.NotFound))
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    /// <summary>
    /// The changes as they are seen, until the last process has ended. The first sample returns <see cref="FdChangeKind.Opened"/> for each descriptor that is
    /// already open. Sampling continues while the consumer is busy.
    /// </summary>
    public IEnumerable<Outcome<FdChange>> Watch(CancellationToken cancellation = default) =>
        Run<FdChange>(
            (process, isHeldBack, emit) => process.Look(isHeldBack, change => emit(Outcome<FdChange>.Of(change))),
            cancellation);

    /// <summary>After each sample, the progress of each process, until the last process has ended.</summary>
    public IEnumerable<Outcome<FdProgress>> WatchProgress(CancellationToken cancellation = default) =>
        Run<FdProgress>(
            (process, isHeldBack, emit) =>
            {
                bool isAlive = process.Look(isHeldBack: false, emit: null);
                if (!isHeldBack || !isAlive)
                {
                    emit(Outcome<FdProgress>.Of(process.Progress(hasEnded: !isAlive)));
                }

                return isAlive;
            },
            cancellation);

    /// <summary>Closes the watched processes; a running sample closes them itself when it ends.</summary>
    public void Dispose()
    {
        if (!_isStarted)
        {
            CloseAll();
        }
    }

    private ProcException? Add(int processId, FileDescriptorFilter filter)
    {
        var opened = WatchedProcess.Open(_root, processId, filter, _scope, _kept, out ProcException? failure);
        if (opened is null)
        {
            return failure;
        }

        if (_processes.Find(process => process.ProcessId == processId && process.StartTime == opened.StartTime) is { } known)
        {
            opened.Dispose();
            known.Widen(filter.Numbers);
            return null;
        }

        _processes.Add(opened);
        return null;
    }

    private IEnumerable<Outcome<T>> Run<T>(Func<WatchedProcess, bool, Action<Outcome<T>>, bool> look, CancellationToken cancellation)
        where T : class
    {
        if (_isStarted)
        {
            throw new InvalidOperationException("A watcher can be used only once.");
        }

        _isStarted = true;
        return Observation.Run<Outcome<T>>((seen, stop) => LookOn(look, seen, stop), cancellation: cancellation);
    }

    private void LookOn<T>(Func<WatchedProcess, bool, Action<Outcome<T>>, bool> look, BlockingCollection<Outcome<T>> seen, CancellationToken stop)
        where T : class
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            while (!stop.IsCancellationRequested)
            {
                _processes.RemoveAll(process => !LookAt(process, look, seen));
                TimeSpan left = _interval - Stopwatch.GetElapsedTime(start);
                if (_processes.Count == 0 || (left > TimeSpan.Zero && stop.WaitHandle.WaitOne(left)))
                {
                    return;
                }

                // A late sample does not make the next one early.
                start = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            CloseAll();
        }
    }

    private static bool LookAt<T>(WatchedProcess process, Func<WatchedProcess, bool, Action<Outcome<T>>, bool> look, BlockingCollection<Outcome<T>> seen)
        where T : class
    {
        bool goesOn = false;
        try
        {
            goesOn = look(process, seen.Count > MostWaiting, seen.Add);
        }
        catch (ProcException error)
        {
            seen.Add(Outcome<T>.Failed(error));
        }
        finally
        {
            if (!goesOn)
            {
                process.Dispose();
            }
        }

        return goesOn;
    }

    private void CloseAll()
    {
        _processes.ForEach(process => process.Dispose());
        _processes.Clear();
    }
}
