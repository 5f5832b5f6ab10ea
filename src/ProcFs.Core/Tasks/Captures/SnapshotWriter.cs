using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Takes one capture: some threads read processes, one more the machine, and the calling thread writes what they read.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    // A batch holds one process, or about as much of the machine.
    private const int FullBatch = 256 * 1024;
    private const int BatchesAhead = 4;
    private const int MostReaders = 4;

    private readonly ProcRoot _root;
    private readonly CaptureOptions _options;
    private readonly CaptureChoice _choice;
    private readonly CaptureNotes _notes = new();
    private readonly BlockingCollection<CaptureBatch> _filled = new(BatchesAhead);
    private readonly ConcurrentBag<CaptureBatch> _unused = [];
    private readonly ConcurrentBag<int> _taken = [];
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Exception? _failure;
    private int _members;
    private int _done;

    public SnapshotWriter(ProcRoot root, CaptureOptions options)
    {
        _root = root;
        _options = options;
        _choice = new CaptureChoice(options);
    }

    /// <summary>Reads everything, and writes it to the target.</summary>
    /// <param name="ids">The processes.</param>
    /// <param name="target">Receives the files.</param>
    /// <param name="progress">Receives the number of processes done.</param>
    /// <param name="cancellation">Cancels the capture.</param>
    public CaptureManifest Write(IReadOnlyList<int> ids, ICaptureTarget target, Action<int>? progress, CancellationToken cancellation)
    {
        TimeSpan uptime = BootClock.Now;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.WhenAll(ReadersOf(ids, stop.Token)).ContinueWith(_ => _filled.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            foreach (CaptureBatch batch in _filled.GetConsumingEnumerable(cancellation))
            {
                Put(batch, target);
                progress?.Invoke(Volatile.Read(ref _done));
            }

            WriteShared(target, cancellation);
        }
        finally
        {
            stop.Cancel();
            reading.Wait(CancellationToken.None);
        }

        return Manifest(uptime);
    }

    public void Dispose() => _filled.Dispose();

    private Task[] ReadersOf(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        int next = -1;
        var machine = Task.Run(() => Guard(() => ReadMachine(cancellation)), CancellationToken.None);
        int readers = Math.Clamp(Environment.ProcessorCount, 1, MostReaders);
        return [machine, .. Enumerable.Range(0, readers).Select(_ => Task.Run(() => Guard(() => ReadProcesses(ids, () => Interlocked.Increment(ref next), cancellation)), CancellationToken.None))];
    }

    private void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (OperationCanceledException)
        {
            // The writer has stopped.
        }
#pragma warning disable CA1031 // It is thrown again by the calling thread.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, error, null);
        }
    }

    private void ReadProcesses(IReadOnlyList<int> ids, Func<int> next, CancellationToken cancellation)
    {
        var capture = new ProcessCapture(_root, _options, _choice, _notes);
        for (int i = next(); i < ids.Count; i = next())
        {
            CaptureBatch batch = Unused();
            if (capture.Take(ids[i], batch))
            {
                _taken.Add(ids[i]);
                _filled.Add(batch, cancellation);
            }
            else
            {
                _notes.AddVanished(ids[i]);
                _unused.Add(batch);
            }

            Interlocked.Increment(ref _done);
        }
    }

    private void ReadMachine(CancellationToken cancellation)
    {
        CaptureBatch batch = Unused();
        new MachineCapture(_root, _choice, _notes).Take(() =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (batch.Length > FullBatch)
            {
                _filled.Add(batch, cancellation);
                batch = Unused();
            }

            return batch;
        });
        _filled.Add(batch, cancellation);
    }

    // Processes of one network namespace have the same files in net: one has them, and the others a link to it.
    private void WriteShared(ICaptureTarget target, CancellationToken cancellation)
    {
        if (_failure is { } failure)
        {
            throw failure is ProcException ? failure : ProcException.Unforeseen(failure, _root.Path);
        }

        CaptureBatch batch = Unused();
        string? own = null;
        if (!_choice.Excludes(["net"]))
        {
            var machine = new MachineCapture(_root, _choice, _notes);
            ulong? here = NetworkOf("self");
            foreach (IGrouping<ulong, int> space in MembersOfNetworks())
            {
                cancellation.ThrowIfCancellationRequested();
                int[] members = [.. space.Order()];
                int holder = Array.Find(members, id => machine.TakeNetwork(id, () => batch));
                if (holder != 0)
                {
                    own = space.Key == here ? $"{holder}/net" : own;
                    Array.ForEach(members, id => Link(batch, $"{id}/net", id == holder ? null : $"../{holder}/net"));
                }
            }
        }

        int self = Environment.ProcessId;
        bool hasSelf = _root.OwnProcessId == self && _taken.Contains(self);
        Link(batch, "net", hasSelf ? "self/net" : own);
        Link(batch, "mounts", hasSelf ? "self/mounts" : null);
        Put(batch, target);
    }

    private static void Link(CaptureBatch batch, string path, string? target)
    {
        if (target is not null)
        {
            batch.Add(Encoding.ASCII.GetBytes(path), FileKind.Link, Statx.ReadableFile, Encoding.ASCII.GetBytes(target));
        }
    }

    private IEnumerable<IGrouping<ulong, int>> MembersOfNetworks() =>
        _taken.Select(id => (Id: id, Space: NetworkOf($"{id}"))).Where(member => member.Space is not null).GroupBy(member => member.Space!.Value, member => member.Id);

    // The inode of net/dev is the same for all processes of the namespace, and needs no privilege.
    private ulong? NetworkOf(string process)
    {
        var name = new NativeName($"{process}/net/dev", stackalloc byte[NativeName.StackSize]);
        return _root.Handle.Stat(name.Terminated, followLink: true, out Statx file) == Errno.None ? file.Inode : null;
    }

    private void Put(CaptureBatch batch, ICaptureTarget target)
    {
        batch.WriteTo(target);
        _members += batch.Count;
        batch.Clear();
        _unused.Add(batch);
    }

    private CaptureBatch Unused() => _unused.TryTake(out CaptureBatch? batch) ? batch : new CaptureBatch();

    private CaptureManifest Manifest(TimeSpan uptime) => new()
    {
        Version = CaptureManifest.CurrentVersion,
        Creator = $"ProcFs {typeof(ProcRoot).Assembly.GetName().Version?.ToString(3)}",
        TakenAt = _start,
        Duration = _watch.Elapsed,
        Kernel = _root.TextOf("sys/kernel/osrelease"),
        Architecture = _root.Facts.Architecture,
        IsBigEndian = _root.Facts.IsBigEndian,
        PageSize = _root.Facts.PageSize,
        TicksPerSecond = _root.Facts.TicksPerSecond,
        BootId = _root.TextOf("sys/kernel/random/boot_id"),
        BootTime = _root.Facts.BootTime,
        Uptime = uptime,
        HostName = _root.TextOf("sys/kernel/hostname"),
        TimeZone = TimeZoneInfo.Local.Id,
        UserId = Libc.geteuid(),
        Environment = _options.Environment,
        IsPartial = _options.Processes is { IsAll: false },
        Processes = _taken.Count,
        Members = _members,
        Users = _notes.UsersOf(_root.Accounts),
        Groups = _notes.GroupsOf(_root.Accounts),
        Targets = _notes.Targets,
        Names = _notes.Names,
        Denied = _notes.Denied,
        Vanished = _notes.Vanished,
        LeftOut = _notes.LeftOut,
    };
}
