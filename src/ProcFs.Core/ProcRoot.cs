using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A folder laid out like /proc: the mounted one, that of a container, or a capture. All reading starts here, and
/// everything is read relative to the one descriptor it holds.
/// </summary>
public sealed class ProcRoot
{
    /// <summary>Where Linux mounts the proc file system.</summary>
    public const string DefaultPath = "/proc";

    private readonly Lazy<SystemFacts> _facts;
    private readonly Lazy<Accounts> _accounts;
    private readonly Lazy<TerminalDrivers> _terminals;
    private readonly Lazy<long?> _totalMemory;
    private readonly Lazy<TimeSpan?> _capturedUptime;
    private readonly Lazy<int?> _ownProcessId;

    /// <summary>Opens the folder <paramref name="path"/>.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="facts">What the numbers of a capture are counted in; null to take them from the folder itself.</param>
    /// <exception cref="ProcException">The folder is not there, or may not be entered.</exception>
    public ProcRoot(string path = DefaultPath, SystemFacts? facts = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path.Length > 1 ? path.TrimEnd('/') : path;
        Handle = Descriptor.Open(null, Path + "/", OpenFlags.Path, out Errno error) ?? throw Refuse(error);
        IsLive = Handle.FileSystemType() == Libc.PROC_SUPER_MAGIC;
        _facts = new(() => facts ?? SystemFacts.Of(this));
        _accounts = new(() => new Accounts(IsLive));
        _terminals = new(() => TerminalDrivers.Of(this));
        _totalMemory = new(ReadTotalMemory);
        _capturedUptime = new(ReadUptime);
        _ownProcessId = new(ReadOwnProcessId);
    }

    /// <summary>The folder, without a slash at its end.</summary>
    public string Path { get; }

    /// <summary>Whether it is a mounted proc file system, not a capture.</summary>
    public bool IsLive { get; }

    /// <summary>What its numbers are counted in.</summary>
    public SystemFacts Facts => _facts.Value;

    internal Descriptor Handle { get; }

    /// <summary>
    /// Whether it is mounted so that the caller sees only some of the processes (hidepid=2 or 4). Who may trace all (CAP_SYS_PTRACE), and with 2 the
    /// group that the mount names, see them all.
    /// </summary>
    public bool HidesProcesses => IsLive && MountOptions.HideProcessesFrom(Caller.Current);

    /// <summary>Why a process may be there and not be seen; empty where none is hidden.</summary>
    internal string HiddenProcessAdvice => HidesProcesses
        ? $" {DisplayText.Escape(Path)} is mounted with hidepid, which hides the processes of other users. {MountOptions.AdviceFor(Caller.Current)}"
        : "";

    /// <summary>How it is mounted now.</summary>
    internal MountOptions MountOptions => MountOptions.Of(this);

    internal Accounts Accounts => _accounts.Value;

    /// <summary>Bytes of memory of the machine; null where a capture does not tell.</summary>
    internal long? TotalMemory => _totalMemory.Value;

    /// <summary>The time since the start of the machine: now, or when the capture was taken; null where that does not tell.</summary>
    internal TimeSpan? Uptime => IsLive ? BootClock.Now : _capturedUptime.Value;

    /// <summary>What its terminals are called; drivers that are loaded later are not known.</summary>
    internal TerminalDrivers Terminals => _terminals.Value;

    /// <summary>The object that a file of the machine holds.</summary>
    /// <param name="name">The last part of the file's path where that is open or several files hold the type.</param>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <exception cref="ProcException">The file cannot be read, or holds something else.</exception>
    public T Read<T>(string? name = null)
        where T : class, IRecord<T>
    {
        var source = new ProcSource(this, FilesOf<T>.NameOf(FilesOf<T>.OfMachine, name));
        return FileReading.ReadForeseen(source, static from => T.Parse(from.ReadAll(from.Scope.File), from));
    }

    /// <summary>The rows of the tables of the machine of a type, such as <see cref="KernelSymbol"/>, as they are read.</summary>
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
    /// <exception cref="ProcException">There is no such process.</exception>
    public ProcProcess Process(int id) => new(this, id);

    /// <summary>All processes.</summary>
    public ProcessSelection Processes() => new(this);

    /// <summary>The processes with these ids.</summary>
    public ProcessSelection Processes(params IReadOnlyList<int> ids) => new(this) { Ids = ids };

    /// <summary>The processes with these names; wildcards are permitted.</summary>
    public ProcessSelection Processes(params IReadOnlyList<string> names) => new(this) { Names = [.. names.Select(name => new Wildcard(name))] };

    /// <summary>The id of this process here; null where it is not to be seen, as in the /proc of a container or a capture.</summary>
    internal int? OwnProcessId => _ownProcessId.Value;

    /// <summary>The ids of the processes, in rising order.</summary>
    public IReadOnlyList<int> EnumerateProcessIds()
    {
        List<int> ids = ReadIds(Handle, ".", out Errno error);
        return error == Errno.None ? ids : throw ProcException.FromError(error, this, "");
    }

    /// <summary>The path of <paramref name="name"/> under this root.</summary>
    public string PathOf(string name) => string.IsNullOrEmpty(name) ? Path : $"{Path}/{name}";

    /// <summary>The folder.</summary>
    public override string ToString() => Path;

    private int? ReadOwnProcessId()
    {
        var link = new ReadBuffer();
        return IsLive && link.ReadLink(Handle, "self") == Errno.None && Number.TryInt32(link.Bytes, out int id) ? id : null;
    }

    private ProcException Refuse(Errno error) => error == Errno.ENOTDIR
        ? new ProcException(ProcErrorKind.NotFound, Path, $"{Path}: it is not a folder.")
        : ProcException.FromError(error, Path);

    /// <summary>The names in a folder that are numbers, in rising order.</summary>
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

    private long? ReadTotalMemory()
    {
        var buffer = new ReadBuffer();
        return buffer.ReadFile(Handle, "meminfo\0"u8) == Errno.None ? KeyValues.FindSize(buffer.Bytes, "MemTotal"u8) : null;
    }

    // "350735.47 234388.90": the first of the two.
    private TimeSpan? ReadUptime()
    {
        var buffer = new ReadBuffer();
        var fields = new Text.FieldScanner(buffer.ReadFile(Handle, "uptime\0"u8) == Errno.None ? buffer.Bytes : default);
        return Value.TrySeconds(fields.Next(), new ProcSource(this, "uptime"), out TimeSpan uptime) ? uptime : null;
    }
}
