using ProcFs.Cli.Commands;

namespace ProcFs.Cli.Export;

/// <summary>
/// The selected processes, grouped by their names. From one reading to the next, the counters of a group keep what its ended processes have used, so that they
/// never fall. Failures are reported the first time.
/// </summary>
/// <param name="session">The /proc to read, and where failures are reported.</param>
/// <param name="processes">The ids and names of the processes; empty for all.</param>
internal sealed class ProcessGroups(Session session, string[] processes)
{
    private readonly SortedDictionary<string, GroupCounters> _totals = new(StringComparer.Ordinal);
    private Dictionary<(int Id, ulong? StartTicks), GroupCounters> _last = [];
    private bool _isRepeated;

    /// <summary>The sums of all groups so far, also of those whose processes have all ended.</summary>
    public IReadOnlyDictionary<string, GroupCounters> Totals => _totals;

    /// <summary>Reads the processes, and adds their increase to the sums.</summary>
    public ILookup<string, GroupMember> Read()
    {
        GroupMember[] members = ReadMembers();
        var seen = new Dictionary<(int, ulong?), GroupCounters>();
        foreach (GroupMember member in members)
        {
            GroupCounters counters = member.Counters;
            GroupCounters increase = counters.Since(_last.GetValueOrDefault(member.Key));
            _totals[member.Group] = _totals.GetValueOrDefault(member.Group).Plus(increase);
            seen[member.Key] = counters;
        }

        _last = seen;
        return members.ToLookup(member => member.Group);
    }

    private GroupMember[] ReadMembers()
    {
        var summary = new ReadSummary();
        var members = new Dictionary<int, GroupMember>();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            IEnumerable<Outcome<ProcessStat>> outcomes = selection.Read<ProcessStat>(summary, session.Stopped);
            session.ReadAll(outcomes.Where(outcome => !_isRepeated || outcome.Error is null), stat => members[stat.ProcessId] = new GroupMember(stat));
        }

        if (!_isRepeated)
        {
            session.WarnOfHidden(summary);
            _isRepeated = true;
        }

        int[] ids = [.. members.Keys];
        ProcessSelection found = processes.Length == 0 ? session.Root.Processes() : session.Root.Processes(ids);
        Take(found.Read<ProcessStatus>(null, session.Stopped), status => Of(status.ProcessId, status.Name)?.Status = status);
        Take(found.Read<ProcessIo>(null, session.Stopped), io => Of(io.ProcessId, io.ProcessName)?.Io = io);
        Take(DescriptorCount.Read(found, new ReadSummary(), session.Stopped), count => Of(count.ProcessId, count.ProcessName)?.Descriptors = count);
        return [.. members.Values.OrderBy(member => member.Stat.ProcessId)];

        // A process that has taken the id of an ended one usually has another name.
        GroupMember? Of(int id, string name) => members.GetValueOrDefault(id) is { } member && member.Stat.Name == name ? member : null;
    }

    // What may not be read, or has ended meanwhile, is missing from the sums.
    private static void Take<T>(IEnumerable<Outcome<T>> outcomes, Action<T> take)
        where T : class
    {
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.Item is { } item)
            {
                take(item);
            }
        }
    }
}
