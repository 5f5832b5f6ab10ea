using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Where the bytes that a parser reads come from, and the facts it needs to make sense of them.</summary>
public sealed class ProcSource
{
    private readonly ProcessDirectory? _process;
    private readonly string _name;

    /// <summary>The file <paramref name="name"/> of the machine under <paramref name="root"/>.</summary>
    public ProcSource(ProcRoot root, string name)
        : this(root, name, new ReadScope())
    {
    }

    internal ProcSource(ProcRoot root, string name, ReadScope scope)
    {
        Root = root;
        _name = name;
        Scope = scope;
    }

    internal ProcSource(ProcessDirectory process, string name)
        : this(process.Root, name, process.Scope) => _process = process;

    /// <summary>The /proc that it belongs to.</summary>
    public ProcRoot Root { get; }

    /// <summary>The file's path.</summary>
    public string Path => _process is null ? Root.PathOf(_name) : $"{_process.Path}/{_name}";

    /// <summary>The process whose file it is; null for a file of the machine.</summary>
    public int? ProcessId => _process?.ProcessId;

    /// <summary>The thread whose file it is; null for a file of a process as a whole, or of the machine.</summary>
    public int? ThreadId => _process?.ThreadId;

    /// <summary>The full name of that process; null for a file of the machine.</summary>
    public string? ProcessName => _process?.ProcessName;

    /// <summary>When that process started; null for a file of the machine, or where it cannot be known.</summary>
    public DateTimeOffset? StartTime => _process?.StartTime;

    /// <summary>When its process was found, as the time since the machine was started; null for a file of the machine.</summary>
    internal TimeSpan? FoundAt => _process?.OpenedAt;

    /// <summary>Why what tells of the memory of that process is empty: it has ended; null for a kernel thread, which never has any.</summary>
    internal UnavailableReason? WhyWithoutMemory => _process is { IsKernelThread: false } ? UnavailableReason.Gone : null;

    /// <summary>Why a start time is null; null where it is known. The clocks of a living machine tell its own start: there the process has ended.</summary>
    internal UnavailableReason? WhyWithoutStart(DateTimeOffset? start) =>
        start is not null ? null : Root.IsLive ? UnavailableReason.Gone : UnavailableReason.NotOnThisKernel;

    /// <summary>Gets what is wrong with a single line or row; without a receiver the reading ends there.</summary>
    internal Action<ProcException> Report { get; init; } = error => throw error;

    /// <summary>What a thread that reads reuses: buffers, and texts that repeat.</summary>
    internal ReadScope Scope { get; }

    /// <summary>The path under the root.</summary>
    internal string RelativePath => _process is null ? _name : $"{_process.RelativePath}/{_name}";

    /// <summary>A failure to read the file.</summary>
    internal ProcException Failure(Errno error) => ProcException.FromError(error, Root, RelativePath);

    /// <summary>Opens the file to be read line by line.</summary>
    internal LineReader OpenLines() =>
        LineReader.Open(_process?.Handle ?? Root.Handle, _name, out Errno error) ?? throw Failure(Explain(error));

    /// <summary>Reads the whole file into the buffer.</summary>
    internal ReadOnlySpan<byte> ReadAll(ReadBuffer buffer)
    {
        Errno error = buffer.ReadFile(_process?.Handle ?? Root.Handle, _name);
        return error == Errno.None ? buffer.Bytes : throw Failure(error);
    }

    // What a process has left when it ended, such as its mounts, is "invalid argument" to the kernel (fs/proc_namespace.c).
    private Errno Explain(Errno error) =>
        error == Errno.EINVAL && _process is { Identity: null or { State: ProcessState.Zombie or ProcessState.Dead } } ? Errno.ESRCH : error;

    /// <summary>Takes from the text of <c>stat</c> who the process is.</summary>
    internal void TakeIdentity(ReadOnlySpan<byte> stat) => _process?.TakeIdentity(stat);

    /// <summary>The text of the bytes; where the same bytes come again and again, the same string.</summary>
    internal string Intern(ReadOnlySpan<byte> bytes) => Scope.Names.Intern(bytes);

    /// <summary>The set of CPUs or memory nodes that the text tells; where the same text comes again and again, the same set.</summary>
    internal bool TryIndexSet(ReadOnlySpan<byte> text, bool isMask, out IndexSet set) => Scope.IndexSets.TryParse(text, isMask, out set);

    internal ProcessDirectory RequireProcess() =>
        _process ?? throw new InvalidOperationException($"{Path} is read through its process.");

    /// <summary>The user's name; the id as text where the system knows none, null for none.</summary>
    internal string? UserName(uint? id) => id is { } user ? Root.Accounts.UserName(user) ?? $"{user}" : null;

    /// <summary>The group's name; the id as text where the system knows none, null for none.</summary>
    internal string? GroupName(uint? id) => id is { } group ? Root.Accounts.GroupName(group) ?? $"{group}" : null;

    /// <summary>A line of the file that is not of its form.</summary>
    public ProcException Malformed(int lineNumber, ReadOnlySpan<byte> line, string expected) =>
        ProcException.Malformed(Path, lineNumber, line, expected);
}
