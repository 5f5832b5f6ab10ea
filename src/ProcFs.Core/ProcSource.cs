using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The source of the bytes that a parser reads, with the facts needed to interpret them.</summary>
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

    /// <summary>The /proc of the file.</summary>
    public ProcRoot Root { get; }

    /// <summary>The path of the file.</summary>
    public string Path => _process is null ? Root.PathOf(_name) : $"{_process.Path}/{_name}";

    /// <summary>The process of the file; null for a file of the machine.</summary>
    public int? ProcessId => _process?.ProcessId;

    /// <summary>The thread of the file; null for a file of a process as a whole, or of the machine.</summary>
    public int? ThreadId => _process?.ThreadId;

    /// <summary>The full name of that process; null for a file of the machine.</summary>
    public string? ProcessName => _process?.ProcessName;

    /// <summary>The start time of that process; null for a file of the machine, or if it is unknown.</summary>
    public DateTimeOffset? StartTime => _process?.StartTime;

    /// <summary>The time at which its process was found, since boot; null for a file of the machine.</summary>
    internal TimeSpan? FoundAt => _process?.OpenedAt;

    /// <summary>The reason why files about the memory of that process are empty: it has ended; null for a kernel thread, which never has memory.</summary>
    internal UnavailableReason? WhyWithoutMemory => _process is { IsKernelThread: false } ? UnavailableReason.Gone : null;

    /// <summary>The reason why a start time is null; null if it is known. On a live machine the boot time is always known: there, the process has ended.</summary>
    internal UnavailableReason? WhyWithoutStart(DateTimeOffset? start) =>
        start is not null ? null : Root.IsLive ? UnavailableReason.Gone : UnavailableReason.NotInCapture;

    /// <summary>Receives the errors of single lines or rows; without a receiver, the reading ends there.</summary>
    internal Action<ProcException> Report { get; init; } = error => throw error;

    /// <summary>Data that the reading thread reuses: buffers and repeated texts.</summary>
    internal ReadScope Scope { get; }

    /// <summary>The path under the root.</summary>
    internal string RelativePath => _process is null ? _name : $"{_process.RelativePath}/{_name}";

    /// <summary>A part of the path under the root: of <c>acpi/battery/BAT0/state</c>, <c>^2</c> is the battery.</summary>
    internal string PartOfPath(Index index) => RelativePath.Split('/') is var parts && index.GetOffset(parts.Length) >= 0 ? parts[index] : "";

    /// <summary>A failure to read the file.</summary>
    internal ProcException Failure(Errno error) => ProcException.FromError(error, Root, RelativePath);

    /// <summary>Opens the file for reading line by line.</summary>
    internal LineReader OpenLines() =>
        LineReader.Open(_process?.Handle ?? Root.Handle, _name, out Errno error) ?? throw Failure(Explain(error));

    /// <summary>Reads the whole file into the buffer.</summary>
    internal ReadOnlySpan<byte> ReadAll(ReadBuffer buffer)
    {
        Errno error = buffer.ReadFile(_process?.Handle ?? Root.Handle, _name);
        return error == Errno.None ? buffer.Bytes : throw Failure(error);
    }

    /// <summary>Reads a record of the process into the buffer.</summary>
    internal ReadOnlySpan<byte> ReadRecord(ReadBuffer buffer)
    {
        Errno error = buffer.ReadRecord(RequireProcess().Handle, _name);
        return error == Errno.None ? buffer.Bytes : throw Failure(error);
    }

    // Files that are gone with a process, such as its mounts, fail with "invalid argument" (fs/proc_namespace.c).
    private Errno Explain(Errno error) =>
        error == Errno.EINVAL && _process is { Identity: null or { State: ProcessState.Zombie or ProcessState.Dead } } ? Errno.ESRCH : error;

    /// <summary>Takes the identity of the process from the text of <c>stat</c>.</summary>
    internal void TakeIdentity(ReadOnlySpan<byte> stat) => _process?.TakeIdentity(stat);

    /// <summary>The text of the bytes; the same string for repeated bytes.</summary>
    internal string Intern(ReadOnlySpan<byte> bytes) => Scope.Names.Intern(bytes);

    /// <summary>The set of CPUs or memory nodes in the text; the same set for repeated text.</summary>
    internal bool TryIndexSet(ReadOnlySpan<byte> text, bool isMask, out IndexSet set) => Scope.IndexSets.TryParse(text, isMask, out set);

    internal ProcessDirectory RequireProcess() =>
        _process ?? throw new InvalidOperationException($"{Path} is read through its process.");

    /// <summary>The name of the user; the id as text if the system has no name for it, null for none.</summary>
    internal string? UserName(uint? id) => id is { } user ? Root.Accounts.UserName(user) ?? $"{user}" : null;

    /// <summary>The name of the group; the id as text if the system has no name for it, null for none.</summary>
    internal string? GroupName(uint? id) => id is { } group ? Root.Accounts.GroupName(group) ?? $"{group}" : null;

    /// <summary>A malformed line of the file.</summary>
    public ProcException Malformed(int lineNumber, ReadOnlySpan<byte> line, string expected) =>
        ProcException.Malformed(Path, lineNumber, line, expected);
}
