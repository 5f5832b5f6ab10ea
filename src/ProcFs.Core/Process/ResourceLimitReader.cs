using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads the limits of processes, and what is used of each. Only what the wanted limits need is read; the processes of the users are counted once
/// in the life of a reader. Several threads may read.
/// </summary>
/// <param name="names">Only limits that one of these matches, by the kernel's words or by the name of the resource; null for all.</param>
public sealed class ResourceLimitReader(IReadOnlyList<Wildcard>? names)
{
    private readonly Lock _counting = new();
    private UserTasks? _tasks;
    private bool? _seesAllTasks;

    /// <summary>Reads the limits of the selected processes.</summary>
    public IEnumerable<Outcome<ResourceLimit>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ResourceLimit>(
            selection,
            "limits",
            (process, emit, report) =>
            {
                Read(new ProcSource(process, "limits") { Report = report }, emit);
                return Errno.None;
            },
            summary,
            cancellation);

    internal void Read(ProcSource source, Action<ResourceLimit> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        var limits = new List<ResourceLimit>();
        var lines = new LineScanner(source.ReadAll(process.Scope.File));
        while (lines.Next())
        {
            if (lines.Number == 1 && ResourceLimit.IsHeader(lines.Line))
            {
                continue;
            }

            if (ResourceLimit.Parse(lines.Line, source) is not { } limit)
            {
                source.Report(source.Malformed(lines.Number, lines.Line, "a limit, soft and hard, and its unit"));
            }
            else if (IsWanted(limit))
            {
                limits.Add(limit);
            }
        }

        using ProcessDirectory? living = process.OpenLivingThread();
        var use = new Use(living ?? process, this);
        foreach (ResourceLimit limit in limits)
        {
            limit.Used = use.TryOf(limit.Resource);
            emit(limit);
        }
    }

    private bool IsWanted(ResourceLimit limit)
    {
        if (names is null)
        {
            return true;
        }

        foreach (Wildcard name in names)
        {
            if (name.IsMatch(limit.Name.AsSpan()) || name.IsMatch(limit.Resource.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private long? CountTasks(ProcRoot root, uint? userId)
    {
        if (userId is not { } user)
        {
            return null;
        }

        lock (_counting)
        {
            _seesAllTasks ??= !root.HidesProcesses;
            _tasks ??= _seesAllTasks.Value ? UserTasks.Read(root) : null;
            return _tasks?.Count(user);
        }
    }

    /// <summary>What one process uses. Each file is read when it is first asked for.</summary>
    private sealed class Use(ProcessDirectory process, ResourceLimitReader reader)
    {
        private ProcessStatus? _status;
        private bool _statusIsRead;

        private ProcessStatus? Status
        {
            get
            {
                if (!_statusIsRead)
                {
                    _statusIsRead = true;
                    _status = process.Read("status\0"u8, out ReadOnlySpan<byte> text) == Errno.None
                        ? ProcessStatus.Parse(text, new ProcSource(process, "status"))
                        : null;
                }

                return _status;
            }
        }

        // The limits can be told even where another file of the process, in a capture, is not of its form.
        public long? TryOf(string resource)
        {
            try
            {
                return Of(resource);
            }
            catch (ProcException error) when (error.Kind == ProcErrorKind.Malformed)
            {
                return null;
            }
        }

        private long? Of(string resource) => resource switch
        {
            ResourceName.OpenFiles => CountDescriptors(),
            ResourceName.Processes => reader.CountTasks(process.Root, Status?.UserId),
            ResourceName.AddressSpace => Status?.VmSize,
            ResourceName.Data => Status?.VmData,
            ResourceName.Stack => Status?.VmStk,
            ResourceName.LockedMemory => Status?.VmLck,
            ResourceName.ResidentSet => Status?.VmRss,
            ResourceName.PendingSignals => Status?.SignalsQueued,
            ResourceName.Cpu => ReadCpuSeconds(),
            _ => null,
        };

        private long? ReadCpuSeconds()
        {
            if (process.Read("stat\0"u8, out ReadOnlySpan<byte> text) != Errno.None)
            {
                return null;
            }

            var stat = ProcessStat.Parse(text, new ProcSource(process, "stat"));
            return (long)(stat.UserTime + stat.SystemTime).TotalSeconds;
        }

        // Since 6.2 the size of the folder is the number of descriptors, even for those who may not list it.
        private long? CountDescriptors()
        {
            if (process.Root.IsLive && process.Handle.Stat("fd\0"u8, followLink: false, out Statx folder) == Errno.None && folder.Size > 0)
            {
                return (long)folder.Size;
            }

            DirectoryReader reader = process.Scope.Directory;
            Errno error = reader.Open(process.Handle, "fd\0"u8);
            long count = 0;
            while (error == Errno.None && reader.Next(out error))
            {
                count++;
            }

            reader.Close();
            return error == Errno.None ? count : null;
        }
    }
}
