using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Open file descriptors, by number, target or type, or only those of deleted files.</summary>
public sealed class DescriptorQuery : RowQuery<FileDescriptor>
{
    /// <summary>The help for <see cref="FileDescriptorFilter.Numbers"/>.</summary>
    public const string NumberHelp = "Only the descriptors with these numbers.";

    /// <summary>The help for the targets.</summary>
    public const string TargetHelp = "Only descriptors that lead to these targets; wildcards are permitted.";

    /// <summary>The help for <see cref="FileDescriptorFilter.Types"/>.</summary>
    public const string TypeHelp = "Only descriptors of these types, such as File, Socket or Event*.";

    /// <summary>The help for <see cref="FileDescriptorFilter.IsDeleted"/>.</summary>
    public const string DeletedHelp = "Only descriptors of deleted files, which exist as long as they are open.";

    /// <summary>The help for <see cref="FileDescriptorFilter.IsDetailed"/>.</summary>
    public const string DetailedHelp = "Gets also the access, flags, position, size, inode, mount, locks, and what each kind of file has.";

    /// <summary>The help for <see cref="DescriptorCount"/>.</summary>
    public const string CountHelp = "Gets only the number of descriptors of each process, the soft limit and the percentage used.";

    /// <summary>The help for <see cref="FileDescriptorFilter.IncludesMapped"/>.</summary>
    public const string MappedHelp = "Includes the working and root directory, the program and the mapped files of each process.";

    private readonly RowFilter _targets;
    private readonly FileDescriptorFilter _filter;
    private readonly Lock _endsLock = new();
    private DescriptorEnds? _ends;
    private ProcRoot? _endsRoot;
    private CancellationToken _cancellation;
    private bool _failuresAreShown;
    private bool _isOfAll;

    /// <summary>Selects the descriptors that match all filters; null matches all.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <param name="targets">Targets; wildcards are permitted.</param>
    /// <param name="types">Types.</param>
    /// <param name="isDeleted">Whether only deleted files are wanted.</param>
    /// <param name="isDetailed">Whether each is a <see cref="FileDescriptorDetail"/>.</param>
    /// <param name="includesMapped">Whether the other uses of files are included.</param>
    /// <param name="files">The files; null for all. Each use of them is detailed then, and all uses are included.</param>
    public DescriptorQuery(
        IReadOnlyList<int>? numbers = null,
        IReadOnlyList<string>? targets = null,
        IReadOnlyList<FileDescriptorType>? types = null,
        bool isDeleted = false,
        bool isDetailed = false,
        bool includesMapped = false,
        FileSelection? files = null)
    {
        _targets = Filter(targets, "No descriptor leads to", RowFilter.AnyFolder);
        _filter = new FileDescriptorFilter
        {
            Numbers = numbers,
            Targets = _targets.Patterns,
            Types = types,
            IsDeleted = isDeleted,
            IsDetailed = isDetailed || files is not null,
            IncludesMapped = includesMapped || files is not null,
            Files = files,
            EndsIn = EndsIn,
        };
    }

    /// <summary>Which peers may be missing, and why; null if none is. It is known after the descriptors have been read.</summary>
    public string? Warning => _ends is { Denied: > 0 } ends && !_isOfAll && ReadSummary.IsNewsToCaller
        ? $"Peers may be missing: the descriptors of {ends.Denied} of {ends.Total} processes could not be read: permission denied. {Caller.Current.Explain(Caller.Ptrace, "Run as root to see all of them.", "The kernel denies this even to root.")}"
        : null;

    // Another filter may be the reason why a descriptor was not found.
    private bool NamesEach => _filter is { Numbers: not null, Targets: null, Types: null, IsDeleted: false, Files: null };

    /// <inheritdoc/>
    public override IEnumerable<Outcome<FileDescriptor>> Read(
        ProcessSelection selection,
        ReadSummary? summary = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        foreach (ProcException failure in _filter.Files is { } files && !_failuresAreShown ? files.Failures : [])
        {
            yield return Outcome<FileDescriptor>.Failed(failure);
        }

        _failuresAreShown = true;
        _isOfAll |= selection.IsAll;
        _cancellation = cancellation;
        HashSet<(int ProcessId, int Number)>? met = NamesEach && selection.Ids is not null ? [] : null;
        foreach (Outcome<FileDescriptor> outcome in base.Read(selection, summary, cancellation))
        {
            if (outcome.Item is { } row)
            {
                met?.Add((row.ProcessId, row.Number ?? -1));
            }

            yield return outcome;
        }

        foreach (int id in met is null ? [] : selection.Ids!)
        {
            foreach (int number in _filter.Numbers!)
            {
                if (!met!.Contains((id, number)) && IsMissing(selection.Root, id, number))
                {
                    yield return Outcome<FileDescriptor>.Failed(Missing(selection.Root, id, number));
                }
            }
        }
    }

    private protected override IEnumerable<Outcome<FileDescriptor>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        FileDescriptor.Read(selection, _filter, summary, cancellation);

    private protected override bool Accepts(FileDescriptor row)
    {
        _ = _targets.Accepts(row.Target);
        return true;
    }

    // They are read when the first descriptor needs them, by one of the threads that read.
    private DescriptorEnds EndsIn(ProcRoot root)
    {
        lock (_endsLock)
        {
            if (_ends is null || _endsRoot != root)
            {
                _ends = DescriptorEnds.Read(root, _cancellation);
                _endsRoot = root;
            }

            return _ends;
        }
    }

    // A process that cannot be read has been reported already.
    private static bool IsMissing(ProcRoot root, int processId, int number)
    {
        var buffer = new ReadBuffer();
        return buffer.ReadLink(root.Handle, $"{processId}/fd/{number}") == Errno.ENOENT
            && buffer.ReadFile(root.Handle, $"{processId}/stat") == Errno.None;
    }

    private static ProcException Missing(ProcRoot root, int processId, int number) =>
        new(ProcErrorKind.NotFound, root.PathOf($"{processId}/fd/{number}"), $"Process {processId} has no descriptor {number}.") { Target = number };
}
