using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads the limits of processes, and what is used of each. Only what the wanted limits need is read; the processes of the users are counted once
/// in the life of a reader. Several threads may read.
/// </summary>
/// <param name="names">Only limits that one of these matches, by the kernel's words or by the name of the resource; null for all.</param>
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

    /// <summary>The tasks of a user; null where this /proc hides some.</summary>
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
