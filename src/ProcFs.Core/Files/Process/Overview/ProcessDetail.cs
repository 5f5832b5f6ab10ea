using ProcFs.Grammar;
using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models the directory <c>/proc/&lt;pid&gt;</c> in more detail than <see cref="ProcessInfo"/>: with <c>exe</c>, <c>cwd</c>, <c>root</c>, <c>cgroup</c>, <c>ns</c>,
/// <c>io</c> and <c>fd</c>. A property that the caller is not allowed to read is null, with the reason in <see cref="ProcessInfo.Unavailable"/>.
/// </summary>
public sealed class ProcessDetail : ProcessInfo
{
    private ProcessDetail(ProcessDirectory process, ProcessStat stat, ProcessStatus status, CommandLineText commandLine)
        : base(process, stat, status, commandLine)
    {
        using ProcessDirectory? living = process.OpenLivingThread();
        var parts = new Parts(living ?? process);
        (Executable, IsExecutableDeleted) = parts.ReadPath("exe\0"u8, nameof(Executable));
        (WorkingDirectory, IsWorkingDirectoryDeleted) = parts.ReadPath("cwd\0"u8, nameof(WorkingDirectory));
        (RootDirectory, _) = parts.ReadPath("root\0"u8, nameof(RootDirectory));
        Cgroup = parts.ReadCgroup();
        Namespaces = parts.ReadNamespaces();
        DescriptorCount = parts.CountDescriptors();
        if (parts.ReadIo() is { } io)
        {
            (ReadChars, WriteChars) = (io.ReadChars, io.WriteChars);
            (ReadCalls, WriteCalls) = (io.ReadCalls, io.WriteCalls);
            (ReadBytes, WriteBytes, CancelledWriteBytes) = (io.ReadBytes, io.WriteBytes, io.CancelledWriteBytes);
        }

        Unavailable = parts.Missing(Unavailable);
    }

    /// <summary>The program file, relative to its own root; null for a kernel thread. The path of a deleted file is its former path.</summary>
    [Unit(Unit.Path)] public string? Executable { get; }

    /// <summary>Whether the program file was deleted or replaced.</summary>
    public bool IsExecutableDeleted { get; }

    /// <summary>The working directory, relative to its own root: <c>cwd</c>.</summary>
    [Unit(Unit.Path)] public string? WorkingDirectory { get; }

    /// <summary>Whether that directory was removed.</summary>
    public bool IsWorkingDirectoryDeleted { get; }

    /// <summary>The root directory (chroot(2)): <c>root</c>.</summary>
    [Unit(Unit.Path)] public string? RootDirectory { get; }

    /// <summary>The control group: the path in the version 2 hierarchy or, on a machine without it, in the named hierarchy of systemd or the first one.</summary>
    [Unit(Unit.Path)] public string? Cgroup { get; }

    /// <summary>The namespaces, with the names of <c>ns</c>.</summary>
    public IReadOnlyList<Namespace>? Namespaces { get; }

    /// <summary>Bytes returned by calls such as read(2): <c>rchar</c> of <c>io</c>.</summary>
    [Unit(Unit.Bytes)] public long? ReadChars { get; }

    /// <summary>Bytes passed to calls such as write(2): <c>wchar</c> of <c>io</c>.</summary>
    [Unit(Unit.Bytes)] public long? WriteChars { get; }

    /// <summary>The number of calls such as read(2): <c>syscr</c> of <c>io</c>.</summary>
    public long? ReadCalls { get; }

    /// <summary>The number of calls such as write(2): <c>syscw</c> of <c>io</c>.</summary>
    public long? WriteCalls { get; }

    /// <summary>Bytes read from storage: <c>read_bytes</c> of <c>io</c>.</summary>
    [Unit(Unit.Bytes)] public long? ReadBytes { get; }

    /// <summary>Bytes written to storage, now or later: <c>write_bytes</c> of <c>io</c>.</summary>
    [Unit(Unit.Bytes)] public long? WriteBytes { get; }

    /// <summary>Bytes counted as written that never will be: <c>cancelled_write_bytes</c> of <c>io</c>.</summary>
    [Unit(Unit.Bytes)] public long? CancelledWriteBytes { get; }

    /// <summary>The number of open descriptors.</summary>
    public long? DescriptorCount { get; }

    internal static new View View => new(
        typeof(ProcessDetail),
        [.. ProcessInfo.View.Columns.SkipLast(1),
        new(nameof(DescriptorCount), 5) { Label = "Fds" },
        new(nameof(ReadBytes), 9) { Label = "Read" },
        new(nameof(WriteBytes), 9) { Label = "Written" },
        new(nameof(Executable)) { With = [nameof(IsExecutableDeleted)], Show = Cells.Target }]);

    /// <summary>Reads the selected processes, with more files than <see cref="ProcessInfo"/> needs.</summary>
    /// <param name="selection">The processes to read.</param>
    /// <param name="summary">Counts the processes that were left out.</param>
    /// <param name="includeThreads">Whether each process is followed by its threads.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    internal static new IEnumerable<Outcome<ProcessDetail>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        bool includeThreads = false,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessDetail>(
            selection,
            "stat",
            (process, emit) => ProcessInfoReader.Read(process, includeThreads, static (folder, stat, status, line) => new ProcessDetail(folder, stat, status, line), emit),
            summary,
            cancellation);

    /// <summary>Reads the additional files, and records why one could not be read.</summary>
    private sealed class Parts(ProcessDirectory process)
    {
        private UnavailableFields _missing;

        public IReadOnlyDictionary<string, UnavailableReason> Missing(IReadOnlyDictionary<string, UnavailableReason> others)
        {
            foreach ((string field, UnavailableReason reason) in others)
            {
                _missing.Add(field, reason);
            }

            return _missing.ToDictionary();
        }

        public (string? Path, bool IsDeleted) ReadPath(ReadOnlySpan<byte> link, string field)
        {
            ReadBuffer buffer = process.Scope.File;
            Errno error = process.Root.IsLive ? buffer.ReadLink(process.Handle.File, link) : buffer.ReadCapturedLink(process.Handle.File, link);
            if (error != Errno.None)
            {
                _missing.Add(field, UnavailableFields.ReasonOf(error, process));
                return (null, false);
            }

            // The file is examined for deletion only if the text suggests it.
            Statx? file = DeletedSuffix.IsAtEndOf(buffer.Bytes) && process.Root.KnowsTargets
                && process.Handle.Stat(link, followLink: true, out Statx found) == Errno.None ? found : null;
            LinkTarget target = process.Scope.Targets.OfPath(buffer.Bytes, mountNamespace: 0, file, DeletedMark.IsOn(process, buffer.Bytes, file));
            return (target.Text, target.IsDeleted);
        }

        public string? ReadCgroup()
        {
            CgroupMembership[]? groups = TryRead("cgroup", nameof(Cgroup), source =>
                Lines.ParseAll<CgroupMembership>(source.ReadAll(process.Scope.File), source));
            CgroupMembership? group = groups?.FirstOrDefault(row => row.Version == 2)
                ?? groups?.FirstOrDefault(row => row.HierarchyName == "systemd")
                ?? groups?.FirstOrDefault();
            return group?.Cgroup;
        }

        public List<Namespace>? ReadNamespaces() => TryRead("ns", nameof(Namespaces), source =>
        {
            var rows = new List<Namespace>();
            Namespace.ReadRows(source, row =>
            {
                rows.AddRange(row.IsForChildren ? [] : [row]);
                return true;
            });
            return rows;
        });

        public ProcessIo? ReadIo()
        {
            string[] fields = [nameof(ReadChars), nameof(WriteChars), nameof(ReadCalls), nameof(WriteCalls), nameof(ReadBytes), nameof(WriteBytes), nameof(CancelledWriteBytes)];
            ProcessIo? io = TryRead("io", fields, source => ProcessIo.Parse(source.ReadRecord(process.Scope.File), source));
            if (io is not null)
            {
                Array.ForEach(fields, field => _missing.AddFrom(io.Unavailable, field));
            }

            return io;
        }

        public long? CountDescriptors()
        {
            long? count = process.CountDescriptors(out Errno error);
            _missing.Add(nameof(DescriptorCount), UnavailableFields.ReasonOf(error, process));
            return count;
        }

        private TPart? TryRead<TPart>(string file, string field, Func<ProcSource, TPart> read)
            where TPart : class => TryRead(file, [field], read);

        private TPart? TryRead<TPart>(string file, string[] fields, Func<ProcSource, TPart> read)
            where TPart : class
        {
            try
            {
                return read(new ProcSource(process, file));
            }
            catch (ProcException error) when (error.ErrorNumber != 0)
            {
                foreach (string field in fields)
                {
                    _missing.Add(field, UnavailableFields.ReasonOf((Errno)error.ErrorNumber, process));
                }

                return null;
            }
        }
    }
}
