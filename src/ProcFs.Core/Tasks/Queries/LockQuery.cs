using ProcFs.Text;

namespace ProcFs;

/// <summary>Locks on files, by file, process name and type.</summary>
public sealed class LockQuery
{
    /// <summary>The help for the files.</summary>
    public const string TargetHelp = "Only locks on these files; wildcards are permitted.";

    /// <summary>The help for the types.</summary>
    public const string TypeHelp = "Only locks of these types: FLOCK, POSIX, OFDLCK, LEASE or DELEG; wildcards are permitted.";

    private const string LockKey = "lock";

    private readonly ProcRoot _root;
    private readonly RowFilter _targets;
    private readonly RowFilter _types;

    /// <summary>The locks that match all of these filters; null matches all.</summary>
    public LockQuery(ProcRoot root, IReadOnlyList<string>? targets = null, IReadOnlyList<string>? types = null)
    {
        _root = root;
        _targets = new RowFilter(targets, "No lock is on", RowFilter.AnyFolder);
        _types = new RowFilter(types, "No lock has the type");
    }

    /// <summary>An error for each exact name that no lock had.</summary>
    public IEnumerable<ProcException> Unmatched => [.. _targets.Unmatched, .. _types.Unmatched];

    /// <summary>Reads the locks, in the kernel's order. The descriptors of processes are read only if there are locks.</summary>
    /// <param name="summary">Counts the processes to which access was denied; null if not needed.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IEnumerable<Outcome<HeldLock>> Read(ReadSummary? summary = null, CancellationToken cancellation = default)
    {
        var locks = new List<HeldLock>();
        foreach (Outcome<FileLock> outcome in _root.Rows<FileLock>(cancellation))
        {
            if (outcome.Error is { } error)
            {
                yield return Outcome<HeldLock>.Failed(error);
            }
            else if (_types.Accepts(outcome.Item!.Type))
            {
                locks.Add(new HeldLock(outcome.Item));
            }
        }

        if (locks.Count > 0)
        {
            FindHolders(locks, summary ?? new ReadSummary(), cancellation);
        }

        foreach (HeldLock held in locks.Where(held => _targets.Accepts(held.Target)))
        {
            yield return Outcome<HeldLock>.Of(held);
        }
    }

    private void FindHolders(List<HeldLock> locks, ReadSummary summary, CancellationToken cancellation)
    {
        var byKey = locks.Where(held => !held.IsBlocked).ToLookup(held => KeyOf(held.Lock));
        var holders = new Dictionary<HeldLock, SortedSet<int>>();
        var names = new Dictionary<int, string>();
        foreach (FileDescriptor file in Files(summary, cancellation))
        {
            names[file.ProcessId] = file.ProcessName;
            foreach (HeldLock held in LocksOf(file).SelectMany(key => byKey[key]))
            {
                held.Target ??= file.Target;
                holders.TryAdd(held, []);
                holders[held].Add(file.ProcessId);
            }
        }

        foreach (HeldLock held in locks)
        {
            held.Holders = holders.TryGetValue(held, out SortedSet<int>? ids) ? [.. ids] : [];
        }

        foreach (HeldLock held in locks)
        {
            // A waiting lock has the same number as the lock that it is waiting for, and follows it.
            HeldLock? blocker = held.IsBlocked ? locks.Find(other => !other.IsBlocked && other.Lock.Number == held.Lock.Number) : null;
            held.BlockerId = blocker?.ProcessId;
            held.Target ??= blocker?.Target;
            held.ProcessName = held.ProcessId is { } id ? names.GetValueOrDefault(id) ?? NameOf(id) : null;
        }
    }

    private string? NameOf(int id)
    {
        try
        {
            using ProcProcess process = _root.Process(id);
            return process.ProcessName;
        }
        catch (ProcException)
        {
            return null;
        }
    }

    private IEnumerable<FileDescriptor> Files(ReadSummary summary, CancellationToken cancellation) =>
        new DescriptorQuery().Read(_root.Processes(), summary, cancellation)
            .Select(outcome => outcome.Item)
            .OfType<FileDescriptor>()
            .Where(file => file.Target.StartsWith('/'));

    private List<string> LocksOf(FileDescriptor file)
    {
        try
        {
            using ProcProcess process = _root.Process(file.ProcessId);
            var source = new ProcSource(_root, "locks");
            return [.. process.Read<FileDescriptorInfo>($"{file.Number}").Additional
                .Where(field => field.Key == LockKey)
                .Select(field => FileLock.Parse(LosslessText.Encode(field.Value), source))
                .OfType<FileLock>()
                .Select(KeyOf)];
        }
        catch (ProcException)
        {
            // Closed, ended or denied since it was listed.
            return [];
        }
    }

    private static string KeyOf(FileLock row) =>
        $"{row.Type} {row.Access} {row.ProcessId} {row.DeviceMajor}:{row.DeviceMinor}:{row.Inode} {row.Start}-{row.End}";
}
