namespace ProcFs;

/// <summary>Orders processes as a tree: each parent before its children, and the children by id.</summary>
public static class ProcessTree
{
    /// <summary>The tree of all processes, or the trees below the named ones.</summary>
    /// <param name="processes">All processes.</param>
    /// <param name="top">Whether a process is at the top of a selected tree; null for all trees.</param>
    public static IEnumerable<ProcessTreeEntry> Order(IReadOnlyCollection<ProcessInfo> processes, Func<ProcessInfo, bool>? top = null)
    {
        ArgumentNullException.ThrowIfNull(processes);
        var known = processes.Select(process => process.ProcessId).ToHashSet();
        ILookup<int?, ProcessInfo> children = processes
            .Where(process => process.ParentProcessId != process.ProcessId)
            .OrderBy(process => process.ProcessId)
            .ToLookup(process => process.ParentProcessId);
        IEnumerable<ProcessInfo> tops = top is null
            ? processes.Where(process => process.ParentProcessId is not { } parent || !known.Contains(parent))
            : processes.Where(top);

        // An id can be reused while all processes are read: a process that was already visited is not entered again.
        var seen = new HashSet<int>();
        foreach (ProcessInfo process in tops.OrderBy(process => process.ProcessId))
        {
            foreach (ProcessTreeEntry entry in Walk(process, children, seen))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<ProcessTreeEntry> Walk(ProcessInfo top, ILookup<int?, ProcessInfo> children, HashSet<int> seen)
    {
        var pending = new Stack<(ProcessInfo Process, int Depth, string Lead, bool IsLast)>();
        pending.Push((top, 0, "", true));
        while (pending.TryPop(out var next))
        {
            if (!seen.Add(next.Process.ProcessId))
            {
                continue;
            }

            string knot = next.Depth == 0 ? "" : next.IsLast ? "└─" : "├─";
            yield return new ProcessTreeEntry(next.Process, next.Depth, next.Lead + knot);

            string lead = next.Depth == 0 ? "" : next.Lead + (next.IsLast ? "  " : "│ ");
            ProcessInfo[] below = [.. children[next.Process.ProcessId]];
            for (int i = below.Length - 1; i >= 0; i--)
            {
                pending.Push((below[i], next.Depth + 1, lead, i == below.Length - 1));
            }
        }
    }
}
