namespace ProcFs.Cli.Export;

/// <summary>The metrics of process groups, with the names and labels of process-exporter.</summary>
internal static class GroupMetrics
{
    private const string Prefix = "namedprocess_namegroup_";
    private const string Label = "groupname";

    /// <summary>Reads the groups.</summary>
    public static IEnumerable<Metric> Read(ProcessGroups groups)
    {
        ILookup<string, GroupMember> members = groups.Read();
        return [.. Counters(groups.Totals), .. Sizes(groups.Totals.Keys, members), .. Descriptors(members), States(groups.Totals.Keys, members)];
    }

    private static Metric[] Counters(IReadOnlyDictionary<string, GroupCounters> totals)
    {
        var cpu = Metric.Counter(Prefix + "cpu_seconds", "CPU time in user and system mode.", "seconds");
        var major = Metric.Counter(Prefix + "major_page_faults", "Page faults that read from storage.");
        var minor = Metric.Counter(Prefix + "minor_page_faults", "Page faults that did not read from storage.");
        var read = Metric.Counter(Prefix + "read_bytes", "Bytes read from storage, by the processes whose I/O may be read.", "bytes");
        var written = Metric.Counter(Prefix + "write_bytes", "Bytes written to storage, by the processes whose I/O may be read.", "bytes");
        var switches = Metric.Counter(Prefix + "context_switches", "Context switches of the first threads.");
        foreach ((string group, GroupCounters total) in totals)
        {
            (string, string) label = (Label, group);
            cpu.Add(total.User, label, ("mode", "user"));
            cpu.Add(total.System, label, ("mode", "system"));
            major.Add(total.MajorFaults, label);
            minor.Add(total.MinorFaults, label);
            read.Add(total.BytesRead, label);
            written.Add(total.BytesWritten, label);
            switches.Add(total.VoluntarySwitches, label, ("ctxswitchtype", "voluntary"));
            switches.Add(total.InvoluntarySwitches, label, ("ctxswitchtype", "nonvoluntary"));
        }

        return [cpu, major, minor, read, written, switches];
    }

    private static Metric[] Sizes(IEnumerable<string> groups, ILookup<string, GroupMember> members)
    {
        var processes = Metric.Gauge(Prefix + "num_procs", "Processes.");
        var threads = Metric.Gauge(Prefix + "num_threads", "Threads.");
        var memory = Metric.Gauge(Prefix + "memory_bytes", "Memory in use: resident, virtual, swapped. Shared pages count for each process.", "bytes");
        var oldest = Metric.Gauge(Prefix + "oldest_start_time_seconds", "Start time of the oldest process, since the epoch.", "seconds");
        foreach (string group in groups)
        {
            GroupMember[] all = [.. members[group]];
            (string, string) label = (Label, group);
            processes.Add(all.Length, label);
            threads.Add(all.Sum(member => (double?)member.Stat.Threads), label);
            memory.Add(all.Sum(member => (double?)member.Stat.ResidentSize), label, ("memtype", "resident"));
            memory.Add(all.Sum(member => (double?)member.Stat.VirtualSize), label, ("memtype", "virtual"));
            memory.Add(all.Sum(member => (double?)member.Status?.VmSwap), label, ("memtype", "swapped"));
            oldest.Add(all.Min(member => member.Stat.StartTime)?.ToUnixTimeMilliseconds() / 1000.0, label);
        }

        return [processes, threads, memory, oldest];
    }

    private static Metric[] Descriptors(ILookup<string, GroupMember> members)
    {
        var open = Metric.Gauge(Prefix + "open_filedesc", "Open descriptors of the processes whose descriptors may be read.");
        var worst = Metric.Gauge(Prefix + "worst_fd_ratio", "Open descriptors of the process that is nearest to its soft limit, as a part of the limit.", "ratio");
        foreach (IGrouping<string, GroupMember> group in members.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            DescriptorCount[] counts = [.. group.Select(member => member.Descriptors).OfType<DescriptorCount>()];
            open.Add(counts.Length == 0 ? null : counts.Sum(count => count.Count), (Label, group.Key));
            worst.Add(counts.Max(count => count.Share) / 100, (Label, group.Key));
        }

        return [open, worst];
    }

    private static Metric States(IEnumerable<string> groups, ILookup<string, GroupMember> members)
    {
        var states = Metric.Gauge(Prefix + "states", "Processes in each state.");
        foreach (string group in groups)
        {
            (string Name, Func<ProcessState, bool> Includes)[] kinds =
            [
                ("Running", state => state == ProcessState.Running),
                ("Sleeping", state => state is ProcessState.Sleeping or ProcessState.Idle),
                ("Waiting", state => state == ProcessState.DiskSleep),
                ("Zombie", state => state == ProcessState.Zombie),
                ("Other", state => state is not (ProcessState.Running or ProcessState.Sleeping or ProcessState.Idle or ProcessState.DiskSleep or ProcessState.Zombie)),
            ];
            Array.ForEach(kinds, kind => states.Add(members[group].Count(member => kind.Includes(member.Stat.State)), (Label, group), ("state", kind.Name)));
        }

        return states;
    }
}
