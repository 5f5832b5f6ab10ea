using System.Collections.Concurrent;
using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Watches processes start, execute programs, change their credentials and end: by the process connector of netlink where the kernel permits it, otherwise by
/// polling.
/// </summary>
public sealed class ProcessWatcher : IDisposable
{
    // The kernel keeps some ten thousand more.
    private const int MostWaiting = 100_000;

    private const int WaitMilliseconds = 100;
    private const int SettleMilliseconds = 5;

    private readonly ProcRoot _root;
    private readonly ProcessChangeFilter _filter;
    private readonly TimeSpan _interval;
    private readonly ProcessConnector? _connector;
    private readonly ProcessTable _table;
    private readonly ConcurrentQueue<string> _warnings = new();
    private bool _isStarted;

    /// <summary>Watches the processes of <paramref name="root"/>: the changes are those from now on.</summary>
    /// <param name="root">A live /proc.</param>
    /// <param name="filter">The changes to return.</param>
    /// <param name="interval">The time between two samples, where it has to poll.</param>
    /// <param name="polls">Polls even where the connector is permitted.</param>
    /// <exception cref="ProcException">It is a capture.</exception>
    public ProcessWatcher(ProcRoot root, ProcessChangeFilter filter, TimeSpan interval, bool polls = false)
        : this(root, filter, interval, polls, ProcessConnector.BufferSize)
    {
    }

    internal ProcessWatcher(ProcRoot root, ProcessChangeFilter filter, TimeSpan interval, bool polls, int bufferedBytes)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, FdWatcher.ShortestInterval);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, FdWatcher.LongestInterval);
        if (!root.IsLive)
        {
            throw new ProcException(ProcErrorKind.NotSupported, root.Path, $"{root.Path}: it is a capture, in which nothing changes.");
        }

        (_root, _filter, _interval) = (root, filter, interval);
        _table = new ProcessTable(root);
        Errno error = Errno.None;
        bool hasOwnIds = root.SharesProcessIds;
        _connector = hasOwnIds && !polls ? ProcessConnector.Open(bufferedBytes, out error) : null;
        WhyPolling = polls || _connector is not null ? null : hasOwnIds ? Explain(error) : "the process ids are those of another PID namespace";

        // After the connector: what changes meanwhile is reported.
        try
        {
            _table.Start();
        }
        catch
        {
            _connector?.Dispose();
            throw;
        }
    }

    /// <summary>Half a second.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How it watches.</summary>
    public ProcessChangeSource Source => _connector is null ? ProcessChangeSource.Polling : ProcessChangeSource.Connector;

    /// <summary>The reason why it has to poll; null if it does not, or was asked to.</summary>
    public string? WhyPolling { get; }

    /// <summary>Takes the next warning: that events were lost. They come in the order of the changes.</summary>
    public bool TryTakeWarning(out string warning)
    {
        bool any = _warnings.TryDequeue(out string? text);
        warning = text ?? "";
        return any;
    }

    /// <summary>The changes, until all processes of <see cref="ProcessChangeFilter.Ids"/> have ended, or the time is over.</summary>
    /// <param name="timeout">How long to watch; null for no end.</param>
    /// <param name="cancellation">Ends it.</param>
    public IEnumerable<Outcome<ProcessChange>> Watch(TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        if (_isStarted)
        {
            throw new InvalidOperationException("A watcher can be used only once.");
        }

        _isStarted = true;
        return Observation.Run<Outcome<ProcessChange>>((seen, stop) => Look(seen, timeout, stop), MostWaiting, cancellation);
    }

    /// <summary>Closes the connector; a running watch closes it itself when it ends.</summary>
    public void Dispose()
    {
        if (!_isStarted)
        {
            _connector?.Dispose();
        }
    }

    private static string Explain(Errno error) => error switch
    {
        Errno.EPERM or Errno.EACCES => "the process connector of this kernel takes CAP_NET_ADMIN",
        _ => "the kernel offers the process connector only in the initial namespaces",
    };

    private void Look(BlockingCollection<Outcome<ProcessChange>> seen, TimeSpan? timeout, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan Left() => timeout is { } whole ? whole - Stopwatch.GetElapsedTime(start) : TimeSpan.MaxValue;
        _table.Reported = change => Add(seen, change, stop);
        try
        {
            foreach (int missing in (_filter.Ids ?? []).Where(id => !_table.IsAlive(id)))
            {
                seen.Add(Outcome<ProcessChange>.Failed(ProcException.NoProcess(_root, missing)), stop);
            }

            if (_connector is null)
            {
                Poll(Left, stop);
            }
            else
            {
                Listen(Left, stop);
            }
        }
        finally
        {
            _connector?.Dispose();
        }
    }

    private void Add(BlockingCollection<Outcome<ProcessChange>> seen, ProcessChange change, CancellationToken stop)
    {
        if (_filter.Accepts(change))
        {
            seen.Add(Outcome<ProcessChange>.Of(change), stop);
        }
    }

    private bool IsDone => _filter.Ids is { } ids && !ids.Any(_table.IsAlive);

    private void Poll(Func<TimeSpan> left, CancellationToken stop)
    {
        while (!IsDone && left() is var rest && rest > TimeSpan.Zero && !stop.WaitHandle.WaitOne(rest < _interval ? rest : _interval))
        {
            _table.Poll();
        }
    }

    // After a loss, the events that are still in the buffer are from before it.
    private void Listen(Func<TimeSpan> left, CancellationToken stop)
    {
        bool isLossy = false;
        while (!IsDone && left() is var rest && rest > TimeSpan.Zero && !stop.IsCancellationRequested)
        {
            int most = isLossy ? 0 : _table.IsUnsettled ? SettleMilliseconds : WaitMilliseconds;
            bool any = _connector!.TryReceive((int)Math.Min(Math.Ceiling(rest.TotalMilliseconds), most), out ConnectorEvent change, out Errno error);
            if (any)
            {
                _table.Apply(change);
            }
            else if (error == Errno.ENOBUFS)
            {
                _warnings.Enqueue("Events were lost, because there were more than the kernel keeps. The processes were read again; what lived only meanwhile is missing.");
                isLossy = true;
            }
            else if (error != Errno.None)
            {
                throw ProcException.FromError(error, _root.Path);
            }
            else if (isLossy)
            {
                isLossy = false;
                _table.Poll();
            }
            else
            {
                _table.Settle();
            }
        }
    }
}
