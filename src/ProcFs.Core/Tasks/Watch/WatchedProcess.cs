using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// A process whose descriptors are sampled repeatedly, through directories that stay open, so that another process that reuses its id is not mistaken for it.
/// </summary>
internal sealed class WatchedProcess : IDisposable
{
    private static readonly TimeSpan s_still = TimeSpan.FromSeconds(1);

    private readonly ProcessDirectory _process;
    private readonly FileDescriptorFilter _filter;
    private readonly KeptInfos _kept;
    private readonly SortedDictionary<int, WatchedFd> _descriptors = [];
    private readonly List<int> _closed = [];
    private SortedSet<int>? _numbers;
    private FdFolder _folder;
    private string _name;
    private bool _isNameRead;
    private int _round;
    private FdChange? _lastMoved;

    private WatchedProcess(ProcessDirectory process, FdFolder folder, FileDescriptorFilter filter, KeptInfos kept)
    {
        _process = process;
        _folder = folder;
        _filter = filter;
        _kept = kept;
        _numbers = filter.Numbers is { } numbers ? [.. numbers] : null;
        _name = process.Name;
    }

    public int ProcessId => _process.ProcessId;

    public DateTimeOffset? StartTime => _process.StartTime;

    /// <summary>Its name at the time of the sample, which changes when the process executes another program.</summary>
    public string Name
    {
        get
        {
            if (!_isNameRead)
            {
                _isNameRead = true;
                _name = ProcessIdentity.ReadName(_process) ?? _name;
            }

            return _name;
        }
    }

    /// <summary>Opens the directories to sample; null and the error on failure.</summary>
    public static WatchedProcess? Open(
        ProcRoot root,
        int processId,
        FileDescriptorFilter filter,
        ReadScope scope,
        KeptInfos kept,
        out ProcException? failure)
    {
        var process = ProcessDirectory.Open(root, processId, scope, out Errno error);
        if (process is null)
        {
            failure = error is Errno.ENOENT or Errno.ESRCH ? ProcException.NoProcess(root, processId) : ProcException.FromError(error, root, $"{processId}");
            return null;
        }

        failure = WhyEmpty(process);
        var folder = failure is null ? FdFolder.OpenOf(process, kept, out error) : null;
        if (folder is null)
        {
            failure ??= error is Errno.ENOENT or Errno.ESRCH ? ProcException.NoProcess(root, processId) : process.Failure(error, "fd");
            process.Dispose();
            return null;
        }

        return new WatchedProcess(process, folder, filter, kept);
    }

    /// <summary>Watches further numbers too; null for all.</summary>
    public void Widen(IReadOnlyList<int>? numbers)
    {
        if (numbers is null)
        {
            _numbers = null;
        }

        _numbers?.UnionWith(numbers!);
    }

    /// <summary>Takes a sample and passes on the changes; false once the process has ended.</summary>
    /// <exception cref="ProcException">The process can no longer be read.</exception>
    public bool Look(bool isHeldBack, Action<FdChange>? emit)
    {
        _round++;
        _isNameRead = false;
        Errno error = LookAtAll(isHeldBack, emit, out int seen);
        bool isLost = error is Errno.ENOENT or Errno.ESRCH;
        bool isAlive = true;
        if (isLost || (error == Errno.None && seen == 0))
        {
            isAlive = Reopen(isLost, out bool isOther);
            error = isOther ? LookAtAll(isHeldBack, emit, out _) : Errno.None;
            isLost &= isAlive && !isOther;
        }

        if (error is Errno.EACCES or Errno.EPERM)
        {
            throw _process.Failure(error, "fd");
        }

        // Between two threads that represent the process, nothing is known of its descriptors.
        if (!isLost)
        {
            Close(emit);
        }

        return isAlive;
    }

    /// <summary>The progress in the file that moves fastest.</summary>
    public FdProgress Progress(bool hasEnded)
    {
        WatchedFd? fastest = null;
        foreach (WatchedFd descriptor in _descriptors.Values)
        {
            bool isMoving = descriptor.Moved.Round >= _round - 1 || (descriptor.Moved.Round > 0 && Stopwatch.GetElapsedTime(descriptor.Moved.Time) < s_still);
            if (isMoving && descriptor.IsFile && (fastest is null || Rank(descriptor).CompareTo(Rank(fastest)) > 0))
            {
                fastest = descriptor;
            }
        }

        _lastMoved = fastest is null ? _lastMoved?.Still() : fastest.Describe(this, FdChangeKind.Advanced);
        return new FdProgress(ProcessId, Name, hasEnded, _lastMoved);
    }

    public void Dispose()
    {
        foreach (WatchedFd descriptor in _descriptors.Values)
        {
            descriptor.Forget(_folder);
        }

        _folder.Dispose();
        _process.Dispose();
    }

    private static (bool IsOnTheWay, double Speed) Rank(WatchedFd descriptor) => (descriptor.IsOnTheWay, descriptor.Speed ?? 0);

    private static ProcException? WhyEmpty(ProcessDirectory process)
    {
        if (process.Identity is not { } identity)
        {
            return ProcException.NoProcess(process.Root, process.ProcessId);
        }

        bool isZombie = identity.State == ProcessState.Zombie && identity.Threads <= 1;
        string? what = identity.IsKernelThread ? "a kernel thread" : isZombie ? "a zombie" : null;
        string path = $"{process.Path}/fd";
        return what is null
            ? null
            : new ProcException(ProcErrorKind.NotFound, path, $"{path}: process {process.ProcessId} ({identity.Name}) is {what}, which has none.");
    }

    // False if the process has ended. Only the thread that represents it may have ended.
    private bool Reopen(bool isLost, out bool isOther)
    {
        isOther = false;
        if (ProcessIdentity.Read(_process) is not { } now
            || now.State == ProcessState.Dead
            || now is { State: ProcessState.Zombie, Threads: <= 1 })
        {
            return false;
        }

        if ((isLost || now.State == ProcessState.Zombie) && FdFolder.OpenOf(_process, _kept, out _) is { } folder)
        {
            _folder.Dispose();
            _folder = folder;
            isOther = true;
        }

        return true;
    }

    private Errno LookAtAll(bool isHeldBack, Action<FdChange>? emit, out int seen)
    {
        seen = 0;
        if (_numbers is not null)
        {
            foreach (int number in _numbers)
            {
                Errno denied = LookAt(number, _process.Scope.NameOf(number), isHeldBack, emit, ref seen);
                if (denied != Errno.None)
                {
                    return denied;
                }
            }

            return Errno.None;
        }

        Errno error = _folder.List(out DirectoryReader names);
        while (error == Errno.None && names.Next(out error))
        {
            if (Text.Number.TryInt32(names.Name, out int number) && !(_process.IsSelf && OwnDescriptors.Contains(number)))
            {
                error = LookAt(number, names.TerminatedName, isHeldBack, emit, ref seen);
            }
        }

        names.Close();
        return error;
    }

    private Errno LookAt(int number, ReadOnlySpan<byte> name, bool isHeldBack, Action<FdChange>? emit, ref int seen)
    {
        FdChangeKind? change;
        string? previous = null;
        bool wasWanted = false;
        Errno error;
        if (_descriptors.TryGetValue(number, out WatchedFd? descriptor))
        {
            previous = descriptor.Target.Text;
            wasWanted = descriptor.IsWanted;
            change = descriptor.Look(_folder, name, isHeldBack, out error);
        }
        else
        {
            descriptor = new WatchedFd(number);
            change = descriptor.Start(_folder, name, out error) ? FdChangeKind.Opened : null;
        }

        if (error != Errno.None)
        {
            // ENOENT: it was closed since the listing.
            return error is Errno.EACCES or Errno.EPERM ? error : Errno.None;
        }

        seen++;
        descriptor.Round = _round;
        _descriptors[number] = descriptor;
        Report(descriptor, change, previous, wasWanted, emit);
        return Errno.None;
    }

    private void Report(WatchedFd descriptor, FdChangeKind? change, string? previous, bool wasWanted, Action<FdChange>? emit)
    {
        if (change is not { } kind)
        {
            return;
        }

        if (kind == FdChangeKind.Advanced)
        {
            descriptor.NoteMove(_round);
        }
        else
        {
            descriptor.IsWanted = _filter.Accepts(descriptor.Target.Text, descriptor.Target.Type, descriptor.Target.IsDeleted);
        }

        if (emit is not null && (wasWanted || descriptor.IsWanted))
        {
            emit(descriptor.Describe(this, kind, kind == FdChangeKind.Retargeted ? previous : null));
        }
    }

    private void Close(Action<FdChange>? emit)
    {
        foreach (WatchedFd descriptor in _descriptors.Values)
        {
            if (descriptor.Round != _round)
            {
                descriptor.Forget(_folder);
                _closed.Add(descriptor.Number);
                if (descriptor.IsWanted)
                {
                    emit?.Invoke(descriptor.Describe(this, FdChangeKind.Closed));
                }
            }
        }

        _closed.ForEach(number => _descriptors.Remove(number));
        _closed.Clear();
    }
}
