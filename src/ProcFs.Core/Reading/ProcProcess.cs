using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// One process, or one thread of it, that is held open: what is read through it belongs to it, whoever has its id by now. One instance belongs to
/// one thread at a time.
/// </summary>
public sealed class ProcProcess : IDisposable
{
    private readonly ProcessDirectory _directory;

    internal ProcProcess(ProcRoot root, int id)
    {
        _directory = ProcessDirectory.Open(root, id, new ReadScope(), out Errno error)
            ?? throw (error is Errno.ENOENT or Errno.ESRCH ? ProcException.NoProcess(root, id) : ProcException.FromError(error, root, $"{id}"));
    }

    private ProcProcess(ProcessDirectory directory) => _directory = directory;

    /// <summary>The id of the process.</summary>
    public int ProcessId => _directory.ProcessId;

    /// <summary>The id of the thread; null for the process as a whole.</summary>
    public int? ThreadId => _directory.ThreadId;

    /// <summary>The full name of the process; empty if it has ended.</summary>
    public string ProcessName => _directory.ProcessName;

    /// <summary>The start time; null if it has ended, or the boot time is unknown.</summary>
    public DateTimeOffset? StartTime => _directory.StartTime;

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>One of its threads.</summary>
    /// <exception cref="ProcException">The thread does not exist.</exception>
    public ProcProcess Thread(int id) =>
        _directory.OpenThread(id, out Errno error) is { } thread ? new ProcProcess(thread) : throw _directory.Failure(error, $"task/{id}");

    /// <summary>The object of one of its files.</summary>
    /// <param name="name">The last part of the file's path, if that is a pattern, such as the number of a descriptor, or several files have the type.</param>
    /// <typeparam name="T">The type of the object, such as <see cref="ProcessStatus"/>.</typeparam>
    /// <exception cref="ProcException">The file cannot be read, or has other content.</exception>
    public T Read<T>(string? name = null)
        where T : class, IRecord<T>
    {
        string file = FilesOf<T>.NameOf(FilesOf<T>.OfProcess, name);
        return FileReading.Read(_directory, from => new ProcSource(from!, file), source => T.Parse(source.ReadRecord(source.Scope.File), source));
    }

    /// <summary>The rows of a type, such as <see cref="Mount"/>, in its tables and folders, as they are read.</summary>
    /// <typeparam name="T">The type of the rows.</typeparam>
    public IEnumerable<Outcome<T>> Rows<T>(CancellationToken cancellation = default)
        where T : class, IRow<T>
    {
        CatalogEntry[] tables = FilesOf<T>.RequireAny(FilesOf<T>.OfProcess);
        return FileReading.Stream<T>(
            (report, emit) =>
            {
                // The caller may read other files of the process meanwhile.
                using ProcessDirectory own = _directory.Reopen(new ReadScope());
                FileReading.ReadTables(own, tables, report, emit);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Dispose();
}
