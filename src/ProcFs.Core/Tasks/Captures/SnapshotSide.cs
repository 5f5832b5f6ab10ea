using System.Globalization;

namespace ProcFs;

/// <summary>One of the two things that are compared: a capture or the live machine. Each table has a text for each key; what cannot be read is not in it.</summary>
internal sealed class SnapshotSide(ProcRoot root, CancellationToken cancellation)
{
    // State of the kernel among its settings, which changes all the time.
    private static readonly string[] s_volatile =
    [
        "fs.dentry-state", "fs.inode-nr", "fs.inode-state", "fs.file-nr", "fs.aio-nr", "kernel.ns_last_pid", "kernel.random.uuid", "kernel.random.entropy_avail", "kernel.pty.nr",
        "net.netfilter.nf_conntrack_count", "fs.nr_inodes", "net.ipv4.route.flush", "net.ipv6.route.flush",
    ];

    private readonly ProcessInfo[] _processes =
        [.. Items(ProcessInfo.Read(root.Processes(), new ReadSummary(), cancellation: cancellation))];

    /// <summary>The processes.</summary>
    public IReadOnlyList<ProcessInfo> Processes => _processes;

    /// <summary>The time since boot.</summary>
    public TimeSpan? Uptime => root.Uptime;

    /// <summary>The id of the boot; null if it is unknown.</summary>
    public string? BootId { get; } = root.TextOf("sys/kernel/random/boot_id");

    /// <summary>What identifies a process across the two, and what of it can change.</summary>
    public static Dictionary<string, string> PropertiesOf(ProcessInfo process)
    {
        var values = new Dictionary<string, string>
        {
            ["Name"] = process.Name,
            ["CommandLine"] = Views.Display.CommandLine(process.CommandLine, process.Name),
        };
        Add("User", process.User);
        Add("Group", process.Group);
        Add("Parent", process.ParentProcessId);
        Add("Nice", process.Nice);
        Add("Policy", process.Policy);
        Add("Threads", process.Threads);
        return values;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                values[name] = string.Create(CultureInfo.InvariantCulture, $"{value}");
            }
        }
    }

    /// <summary>The tables of a process of this kind.</summary>
    public Dictionary<string, string> OfProcess(DifferenceKind kind, int id)
    {
        ProcessSelection one = root.Processes(id);
        return kind switch
        {
            DifferenceKind.Descriptor => Grouped(new DescriptorQuery().Read(one, cancellation: cancellation), row => row.Target, row => $"{row.Number}"),
            DifferenceKind.Mapping => Mappings(one),
            DifferenceKind.Limit => Table(one.Rows<ResourceLimit>(cancellation: cancellation), row => row.Name, row => $"{row.Soft?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"} {row.Hard?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}"),
            _ => Table(one.Rows<Namespace>(cancellation: cancellation), row => row.Name, row => row.Target),
        };
    }

    /// <summary>The table of the machine of this kind.</summary>
    public Dictionary<string, string> OfMachine(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Mount => Mounts(),
        DifferenceKind.Socket => Grouped(new SocketQuery(root, new SocketFilter { WithoutOwners = true }).Read(cancellation: cancellation), KeyOf, row => $"{row.State}"),
        DifferenceKind.Module => Table(root.Rows<KernelModule>(cancellation), row => row.Name, row => $"{row.Size} {row.State}"),
        _ => Table(new ParameterQuery(root).Read(cancellation), row => row.Name, row => row.Text, row => !s_volatile.Contains(row.Name)),
    };

    /// <summary>The counters that only grow.</summary>
    public Dictionary<string, long> Counters()
    {
        var counters = new Dictionary<string, long>();
        foreach ((string name, long value) in Find<VirtualMemoryStatistics>()?.Counters ?? new Dictionary<string, long>())
        {
            // Those that begin with nr_ are amounts.
            Add($"vmstat {name}", name.StartsWith("nr_", StringComparison.Ordinal) ? null : value);
        }

        KernelStatistics? statistics = Find<KernelStatistics>();
        Add("stat ctxt", statistics?.ContextSwitches);
        Add("stat processes", statistics?.ProcessesCreated);
        Add("stat intr", statistics?.Interrupts);
        Add("stat softirq", statistics?.SoftInterrupts);
        foreach (NetDevice device in Items(root.Rows<NetDevice>(cancellation)))
        {
            Add($"{device.Name} received", (long?)device.ReceiveBytes);
            Add($"{device.Name} sent", (long?)device.TransmitBytes);
        }

        return counters;

        void Add(string name, long? value)
        {
            if (value is { } known)
            {
                counters[name] = known;
            }
        }
    }

    private T? Find<T>()
        where T : class, IRecord<T>
    {
        try
        {
            return root.Read<T>();
        }
        catch (ProcException)
        {
            return null;
        }
    }

    private static string KeyOf(SocketInfo socket) => socket.Name is { Length: > 0 } name ? $"{socket.Protocol} {name}" : $"{socket.Protocol} {socket.LocalEndPoint} {socket.RemoteEndPoint}".TrimEnd();

    private Dictionary<string, string> Mappings(ProcessSelection one)
    {
        var sizes = new Dictionary<string, long>();
        foreach (MemoryMapping mapping in Items(new MappingQuery().Read(one, cancellation: cancellation)))
        {
            if (mapping.Target is ['/', ..] path)
            {
                sizes[path] = sizes.GetValueOrDefault(path) + (long)mapping.Size;
            }
        }

        return sizes.ToDictionary(size => size.Key, size => Views.Display.Size(size.Value));
    }

    // Those of the first process that shows them.
    private Dictionary<string, string> Mounts()
    {
        foreach (int id in _processes.Select(process => process.ProcessId))
        {
            Dictionary<string, string> mounts = Table(root.Processes(id).Rows<Mount>(cancellation: cancellation), row => row.Target, row => $"{row.Source} {row.Type} {string.Join(',', row.Options)}");
            if (mounts.Count > 0)
            {
                return mounts;
            }
        }

        return [];
    }

    private static Dictionary<string, string> Table<T>(IEnumerable<Outcome<T>> rows, Func<T, string> key, Func<T, string?> value, Func<T, bool>? isWanted = null)
        where T : class
    {
        var table = new Dictionary<string, string>();
        foreach (T row in Items(rows))
        {
            if (isWanted?.Invoke(row) != false && value(row) is { } text)
            {
                table[key(row)] = text;
            }
        }

        return table;
    }

    private static Dictionary<string, string> Grouped<T>(IEnumerable<Outcome<T>> rows, Func<T, string> key, Func<T, string> value)
        where T : class =>
        Items(rows).GroupBy(key).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(value).Order(StringComparer.Ordinal)));

    private static IEnumerable<T> Items<T>(IEnumerable<Outcome<T>> outcomes)
        where T : class =>
        outcomes.Select(outcome => outcome.Item).OfType<T>();
}
