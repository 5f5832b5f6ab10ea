using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A folder laid out like /proc: the mounted one, that of a container, or a capture. All reading starts here, relative to a single open descriptor.
/// </summary>
public sealed class ProcRoot
{
    /// <summary>The usual mount point of the proc file system.</summary>
    public const string DefaultPath = "/proc";

    private readonly Lazy<SystemFacts> _facts;
    private readonly Lazy<Accounts> _accounts;
    private readonly Lazy<TerminalDrivers> _terminals;
    private readonly Lazy<DeviceDrivers> _deviceDrivers;
    private readonly Lazy<long?> _totalMemory;
    private readonly Lazy<TimeSpan?> _capturedUptime;
    private readonly Lazy<int?> _ownProcessId;
    private readonly Lazy<bool> _sharesProcessIds;
    private readonly Lazy<bool> _countsDescriptors;

    /// <summary>Opens a folder laid out like /proc, or a capture: a folder, or an archive with the ending .tar, .tar.gz, .tgz or .tar.zst.</summary>
    /// <param name="path">The path of the folder or archive.</param>
    /// <param name="facts">The units of a capture's numbers; null to read them from the folder itself.</param>
    /// <exception cref="ProcException">It does not exist, access is denied, or it is no capture.</exception>
    public ProcRoot(string path = DefaultPath, SystemFacts? facts = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var place = RootPlace.Open(path.Length > 1 ? path.TrimEnd('/') : path);
        (Path, Handle, Capture, IsLive) = (place.Path, place.Folder, place.Manifest, place.IsLive);
        _facts = new(() => facts ?? SystemFacts.Of(this));
        _accounts = new(() => new Accounts(IsLive, Capture));
        _terminals = new(() => TerminalDrivers.Of(this));
        _deviceDrivers = new(() => new DeviceDrivers(this));
        _totalMemory = new(ReadTotalMemory);
        _capturedUptime = new(ReadUptime);
        _ownProcessId = new(ReadOwnProcessId);
        _sharesProcessIds = new(FindWhetherIdsAreShared);
        _countsDescriptors = new(() => Handle.Stat("self/fd\0"u8, followLink: true, out Statx own) == Errno.None && own.Size > 0);
    }

    /// <summary>The path of the folder, without a trailing slash.</summary>
    public string Path { get; }

    /// <summary>Whether it is a mounted proc file system rather than a capture.</summary>
    public bool IsLive { get; }

    /// <summary>The facts of the machine and of the capture; null for a live /proc, and for a folder without a manifest.</summary>
    public CaptureManifest? Capture { get; }

    /// <summary>The units of its numbers.</summary>
    public SystemFacts Facts => _facts.Value;

    internal Descriptor Handle { get; }

    /// <summary>
    /// Whether it is mounted so that the caller sees only some of the processes (hidepid=2 or 4). With CAP_SYS_PTRACE, and with 2 in the group that the mount
    /// names, all are visible.
    /// </summary>
    public bool HidesProcesses => IsLive && MountOptions.HideProcessesFrom(Caller.Current);

    /// <summary>The reason why a process may exist but be invisible; empty if none is hidden.</summary>
    internal string HiddenProcessAdvice => HidesProcesses
        ? $" {DisplayText.Escape(Path)} is mounted with hidepid, which hides the processes of other users. {MountOptions.AdviceFor(Caller.Current)}"
        : "";

    /// <summary>The current mount options.</summary>
    internal MountOptions MountOptions => MountOptions.Of(this);

    /// <summary>Whether the files behind links can be examined, or were when the capture was taken.</summary>
    internal bool KnowsTargets => IsLive || Capture is not null;

    internal Accounts Accounts => _accounts.Value;

    /// <summary>The memory size of the machine in bytes; null if a capture does not include it.</summary>
    internal long? TotalMemory => _totalMemory.Value;

    /// <summary>The time since boot, now or when the capture was taken; null if it is unknown.</summary>
    internal TimeSpan? Uptime => IsLive ? BootClock.Now : _capturedUptime.Value;

    /// <summary>The names of its terminals; those of drivers that are loaded later are unknown.</summary>
    internal TerminalDrivers Terminals => _terminals.Value;

    /// <summary>The drivers of its device files, by number.</summary>
    internal DeviceDrivers DeviceDrivers => _deviceDrivers.Value;

    /// <summary>The object of a file of the machine.</summary>
    /// <param name="name">The last part of the file's path, if that is a pattern or several files have the type.</param>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <exception cref="ProcException">The file cannot be read, or has other content.</exception>
    public T Read<T>(string? name = null)
        where T : class, IRecord<T>
    {
        var source = new ProcSource(this, FilesOf<T>.NameOf(FilesOf<T>.OfMachine, name));
        return FileReading.ReadForeseen(source, static from => T.Parse(from.ReadAll(from.Scope.File), from));
    }

    /// <summary>The rows of a type, such as <see cref="KernelSymbol"/>, in the tables of the machine, as they are read.</summary>
    /// <typeparam name="T">The type of the rows.</typeparam>
    public IEnumerable<Outcome<T>> Rows<T>(CancellationToken cancellation = default)
        where T : class, IRow<T>
    {
        CatalogEntry[] tables = FilesOf<T>.RequireAny(FilesOf<T>.OfMachine);
        return FileReading.Stream<T>(
            (report, emit) =>
            {
                var scope = new ReadScope();
                FileReading.ReadTables(tables, file => new ProcSource(this, file, scope) { Report = report }, emit);
            },
            cancellation);
    }

    /// <summary>One process, held open.</summary>
    /// <exception cref="ProcException">The process does not exist.</exception>
    public ProcProcess Process(int id) => new(this, id);

    /// <summary>All processes.</summary>
    public ProcessSelection Processes() => new(this);

    /// <summary>The processes with these ids.</summary>
    public ProcessSelection Processes(params IReadOnlyList<int> ids) => new(this) { Ids = ids };

    /// <summary>The processes with these names; wildcards are permitted.</summary>
    public ProcessSelection Processes(params IReadOnlyList<string> names) => new(this) { Names = [.. names.Select(name => new Wildcard(name))] };

    /// <summary>The id of the current process here; null if it is not visible, as in the /proc of a container or a capture.</summary>
    internal int? OwnProcessId => _ownProcessId.Value;

    /// <summary>Whether its process ids are those that system calls of the current process take: it was mounted in the PID namespace of that process.</summary>
    internal bool SharesProcessIds => _sharesProcessIds.Value;

    /// <summary>Whether the size of the directory <c>fd</c> is the number of descriptors (since Linux 6.2), so that 0 means that there is none.</summary>
    internal bool CountsDescriptors => _countsDescriptors.Value;

    /// <summary>The ids of the processes, in ascending order.</summary>
    public IReadOnlyList<int> EnumerateProcessIds()
    {
        List<int> ids = ReadIds(Handle, ".", out Errno error);
        return error == Errno.None ? ids : throw ProcException.FromError(error, this, "");
    }

    /// <summary>The path of <paramref name="name"/> under this root.</summary>
    public string PathOf(string name) => string.IsNullOrEmpty(name) ? Path : $"{Path}/{name}";

    /// <summary>The path of the folder.</summary>
    public override string ToString() => Path;

    private int? ReadOwnProcessId()
    {
        var link = new ReadBuffer();
        return IsLive && link.ReadLink(Handle, "self") == Errno.None && Number.TryInt32(link.Bytes, out int id) ? id : null;
    }

    // "NSpid:	4711	2": one id for each PID namespace, from that of the mount to that of the process; since Linux 4.1.
    private bool FindWhetherIdsAreShared()
    {
        var status = new ReadBuffer();
        return OwnProcessId == Environment.ProcessId
            && status.ReadRecord(Handle, "self/status\0"u8) == Errno.None
            && Number.TryInt32(KeyValues.Find(status.Bytes, "NSpid"u8).Trim("\t "u8), out int id)
            && id == OwnProcessId;
    }

    /// <summary>The numeric names in a folder, in ascending order.</summary>
    internal static List<int> ReadIds(Descriptor directory, string name, out Errno error)
    {
        using var reader = new DirectoryReader();
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        error = reader.Open(directory, bytes.Terminated);
        var ids = new List<int>();
        while (error == Errno.None && reader.Next(out error))
        {
            if (reader.Name[0] is >= (byte)'0' and <= (byte)'9' && Number.TryInt32(reader.Name, out int id))
            {
                ids.Add(id);
            }
        }

        ids.Sort();
        return ids;
    }

    /// <summary>The text of a file of the machine, without the last newline; null if it cannot be read.</summary>
    internal string? TextOf(string file)
    {
        var buffer = new ReadBuffer(firstSize: 256);
        return buffer.ReadFile(Handle, file) == Errno.None ? LosslessText.Decode(buffer.Bytes.TrimEnd("\n"u8)) : null;
    }

    private long? ReadTotalMemory()
    {
        var buffer = new ReadBuffer();
        return buffer.ReadFile(Handle, "meminfo\0"u8) == Errno.None ? KeyValues.FindSize(buffer.Bytes, "MemTotal"u8) : null;
    }

    // "350735.47 234388.90": the first number.
    private TimeSpan? ReadUptime()
    {
        var buffer = new ReadBuffer();
        var fields = new Text.FieldScanner(buffer.ReadFile(Handle, "uptime\0"u8) == Errno.None ? buffer.Bytes : default);
        return Value.TrySeconds(fields.Next(), new ProcSource(this, "uptime"), out TimeSpan uptime) ? uptime : null;
    }
}
