using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads the limits of processes and their usage. Only files needed for the selected limits are read; the threads of the users are counted once in the lifetime of
/// a reader. Thread-safe.
/// </summary>
/// <param name="names">Only limits that match one of these, by the kernel's name or by the name of the resource; null for all.</param>
internal sealed class ResourceLimitReader(IReadOnlyList<Wildcard>? names)
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
                Read(new ProcSource(process, "limits") { Report = report }, emit.Always());
                return Errno.None;
            },
            summary,
            cancellation);

    internal void Read(ProcSource source, Func<ResourceLimit, bool> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        var limits = new List<ResourceLimit>();
        Lines.ReadBelow(source, ResourceLimit.Header, static (line, _, from) => ResourceLimit.Parse(line, from), ResourceLimit.Form, limit =>
        {
            if (IsWanted(limit))
            {
                limits.Add(limit);
            }

            return true;
        });

        using ProcessDirectory? living = process.OpenLivingThread();
        var use = new ResourceUse(living ?? process, this);
        foreach (ResourceLimit limit in limits)
        {
            use.Fill(limit);
            if (!emit(limit))
            {
                return;
            }
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

    /// <summary>The number of tasks of a user; null if this /proc hides some.</summary>
    internal long? CountTasks(ProcRoot root, uint? userId)
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
}
