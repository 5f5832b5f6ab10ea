using System.Collections.Concurrent;
using System.Diagnostics;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Watches the descriptors of processes by looking at them again and again: each look lists <c>/proc/&lt;pid&gt;/fd</c>, reads every link, and of
/// every file the position that fdinfo tells. It ends with the processes.
/// </summary>
public sealed class FdWatcher : IDisposable
{
    // Beyond so many changes that nobody has taken yet, positions are not told of: only the last one counts later.
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly ProcRoot _root;
    private readonly TimeSpan _interval;
    private readonly ReadScope _scope = new();
    private readonly KeptInfos _kept = new();
    private readonly List<WatchedProcess> _processes = [];
    private bool _isStarted;

    /// <summary>Watches processes of <paramref name="root"/>, once they are added.</summary>
    /// <param name="root">A live /proc.</param>
    /// <param name="interval">From the start of a look to the start of the next.</param>
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
    /// Adds the selected processes, as they are now: what starts later under one of the names is another process. One that is watched
    /// already is watched for both filters' numbers.
    /// </summary>
    /// <returns>What was wrong with processes that were named.</returns>
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

            // What was found by a name may have ended since, or have no descriptors.
            if (failure is not null && (outcome.Item is null || selection.Ids is not null || failure.Kind != ProcErrorKind.NotFound))
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    /// <summary>
    /// The changes as they are seen, until the last process has ended. The first look gives <see cref="FdChangeKind.Opened"/> for each descriptor that is open
    /// already. The looks go on while nobody takes what they have seen.
    /// </summary>
    public IEnumerable<Outcome<FdChange>> Watch(CancellationToken cancellation = default) =>
        Run<FdChange>(
            (process, isHeldBack, emit) => process.Look(isHeldBack, change => emit(Outcome<FdChange>.Of(change))),
            cancellation);

    /// <summary>After each look, for each process, how far it is, until the last process has ended.</summary>
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

    /// <summary>Closes what is watched; where looks go on, they close it themselves when they end.</summary>
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
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var seen = new BlockingCollection<Outcome<T>>();
        Task looking = Task.Factory.StartNew(
            () => LookOn(look, seen, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (Outcome<T> outcome in seen.GetConsumingEnumerable(cancellation))
            {
                yield return outcome;
            }

            looking.GetAwaiter().GetResult();
        }
        finally
        {
            // A look may hang in the kernel, at a file of a server that does not answer: nobody waits for it long.
            stop.Cancel();
            _ = looking.ContinueWith(
                task =>
                {
                    _ = task.Exception;
                    stop.Dispose();
                    seen.Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default).Wait(s_patience, CancellationToken.None);
        }
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

                // A look that comes late does not make the next one come early.
                start = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            CloseAll();
            seen.CompleteAdding();
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
