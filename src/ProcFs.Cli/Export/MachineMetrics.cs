namespace ProcFs.Cli.Export;

/// <summary>The counters of the machine. What this kernel does not have, or the caller may not read, is left out.</summary>
internal static class MachineMetrics
{
    /// <summary>Reads them.</summary>
    public static IEnumerable<Metric> Read(ProcRoot root) =>
    [
        .. TryRead<KernelStatistics>(root) is { } statistics ? OfCpus(statistics) : [],
        .. TryRead<LoadAverage>(root) is { } load ? OfLoad(load) : [],
        .. TryRead<MemoryInfo>(root) is { } memory ? OfMemory(memory) : [],
        OfPressure(root),
        .. OfFileHandles(root),
        .. OfDisks(root),
        .. OfNetwork(root),
    ];

    private static T? TryRead<T>(ProcRoot root, string? name = null)
        where T : class, IRecord<T>
    {
        try
        {
            return root.Read<T>(name);
        }
        catch (ProcException)
        {
            return null;
        }
    }

    private static Metric[] OfCpus(KernelStatistics statistics)
    {
        var time = Metric.Counter("procfs_cpu_seconds", "CPU time by CPU and mode; user and nice include guests.", "seconds");
        var guest = Metric.Counter("procfs_cpu_guest_seconds", "CPU time of virtual machines by CPU, which user and nice include.", "seconds");
        foreach (CpuTimes cpu in statistics.Cpus)
        {
            (string, string) label = ("cpu", $"{cpu.Cpu}");
            (string Mode, TimeSpan? Time)[] modes =
            [
                ("user", cpu.User), ("nice", cpu.Nice), ("system", cpu.System), ("idle", cpu.Idle),
                ("iowait", cpu.IoWait), ("irq", cpu.Irq), ("softirq", cpu.SoftIrq), ("steal", cpu.Steal),
            ];
            Array.ForEach(modes, mode => time.Add(mode.Time, label, ("mode", mode.Mode)));
            guest.Add(cpu.Guest, label, ("mode", "user"));
            guest.Add(cpu.GuestNice, label, ("mode", "nice"));
        }

        return
        [
            time,
            guest,
            Counter("procfs_context_switches", "Context switches.", statistics.ContextSwitches),
            Counter("procfs_interrupts", "Interrupts serviced.", statistics.Interrupts),
            Counter("procfs_soft_interrupts", "Soft interrupts serviced.", statistics.SoftInterrupts),
            Counter("procfs_forks", "Processes and threads created.", statistics.ProcessesCreated),
            Gauge("procfs_threads_runnable", "Threads that are running or ready to run.", statistics.RunnableThreads),
            Gauge("procfs_threads_blocked", "Threads that wait for I/O.", statistics.BlockedThreads),
            Gauge("procfs_boot_time_seconds", "Time of boot, since the epoch.", statistics.BootTime?.ToUnixTimeMilliseconds() / 1000.0, "seconds"),
        ];
    }

    private static Metric[] OfLoad(LoadAverage load)
    {
        var averages = Metric.Gauge("procfs_load_average", "Load average over a number of minutes.");
        averages.Add(load.OneMinute, ("minutes", "1"));
        averages.Add(load.FiveMinutes, ("minutes", "5"));
        averages.Add(load.FifteenMinutes, ("minutes", "15"));
        return [averages];
    }

    private static Metric[] OfMemory(MemoryInfo memory)
    {
        (string Name, string Help, long? Value)[] sizes =
        [
            ("total", "Usable memory.", memory.Total),
            ("free", "Unused memory.", memory.Free),
            ("available", "Memory available to new programs without swapping.", memory.Available),
            ("buffers", "Cache of block devices.", memory.Buffers),
            ("cached", "Page cache.", memory.Cached),
            ("swap_cached", "Swapped memory that is also in RAM.", memory.SwapCached),
            ("swap_total", "Swap space.", memory.SwapTotal),
            ("swap_free", "Unused swap space.", memory.SwapFree),
            ("dirty", "Memory that waits to be written to disk.", memory.Dirty),
            ("writeback", "Memory that is being written to disk.", memory.Writeback),
            ("anonymous", "Mapped anonymous memory.", memory.Anonymous),
            ("mapped", "Mapped files.", memory.Mapped),
            ("shared", "Shared memory and tmpfs.", memory.Shared),
            ("slab_reclaimable", "Slab memory that can be reclaimed.", memory.SlabReclaimable),
            ("slab_unreclaimable", "Slab memory that cannot be reclaimed.", memory.SlabUnreclaimable),
            ("kernel_stack", "Kernel stacks.", memory.KernelStack),
            ("page_tables", "Page tables.", memory.PageTables),
            ("committed", "Memory committed to programs.", memory.Committed),
            ("commit_limit", "Memory that can be committed under strict accounting.", memory.CommitLimit),
        ];
        return [.. sizes.Select(size => Gauge($"procfs_memory_{size.Name}_bytes", size.Help, size.Value, "bytes"))];
    }

    private static Metric OfPressure(ProcRoot root)
    {
        var stalled = Metric.Counter("procfs_pressure_stalled_seconds", "Time in which some or all tasks were stalled for lack of a resource.", "seconds");
        foreach (Outcome<ResourcePressure> outcome in new PressureQuery(root).Read())
        {
            if (outcome.Item is { } pressure)
            {
                stalled.Add(pressure.Some?.Total, ("resource", pressure.Resource), ("scope", "some"));
                stalled.Add(pressure.Full?.Total, ("resource", pressure.Resource), ("scope", "full"));
            }
        }

        return stalled;
    }

    // The kernel frees file structures at once, and writes 0 for the free ones.
    private static Metric[] OfFileHandles(ProcRoot root)
    {
        string? text = new ParameterQuery(root, ["fs.file-nr"]).Read().Select(outcome => outcome.Item?.Text).FirstOrDefault();
        double?[] numbers = [.. (text ?? "").Split('\t', StringSplitOptions.TrimEntries).Select(word => double.TryParse(word, out double number) ? number : (double?)null)];
        return numbers is not [var allocated, _, var maximum]
            ? []
            : [Gauge("procfs_file_handles_allocated", "Open files of the machine.", allocated), Gauge("procfs_file_handles_maximum", "Limit of open files of the machine.", maximum)];
    }

    private static Metric[] OfDisks(ProcRoot root) => OfRows<DiskStatistics>(root, disk => disk.Name,
    [
        ("procfs_disk_reads", "Reads completed.", null, disk => disk.Reads),
        ("procfs_disk_read_bytes", "Bytes read.", "bytes", disk => disk.ReadSize),
        ("procfs_disk_read_time_seconds", "Time of reads, summed over them.", "seconds", disk => disk.ReadTime?.TotalSeconds),
        ("procfs_disk_writes", "Writes completed.", null, disk => disk.Writes),
        ("procfs_disk_written_bytes", "Bytes written.", "bytes", disk => disk.WriteSize),
        ("procfs_disk_write_time_seconds", "Time of writes, summed over them.", "seconds", disk => disk.WriteTime?.TotalSeconds),
        ("procfs_disk_busy_seconds", "Time in which the disk had requests.", "seconds", disk => disk.BusyTime?.TotalSeconds),
    ]);

    private static Metric[] OfNetwork(ProcRoot root) => OfRows<NetDevice>(root, device => device.Name,
    [
        ("procfs_network_receive_bytes", "Bytes received.", "bytes", device => device.ReceiveBytes),
        ("procfs_network_receive_packets", "Packets received.", null, device => device.ReceivePackets),
        ("procfs_network_receive_errors", "Receive errors.", null, device => device.ReceiveErrors),
        ("procfs_network_receive_dropped", "Received packets dropped.", null, device => device.ReceiveDropped),
        ("procfs_network_transmit_bytes", "Bytes transmitted.", "bytes", device => device.TransmitBytes),
        ("procfs_network_transmit_packets", "Packets transmitted.", null, device => device.TransmitPackets),
        ("procfs_network_transmit_errors", "Transmit errors.", null, device => device.TransmitErrors),
        ("procfs_network_transmit_dropped", "Packets dropped before transmission.", null, device => device.TransmitDropped),
    ]);

    private static Metric[] OfRows<T>(ProcRoot root, Func<T, string> name, (string Name, string Help, string? Unit, Func<T, double?> Value)[] counters)
        where T : class, IRow<T>
    {
        T[] rows = [.. root.Rows<T>().Select(outcome => outcome.Item).OfType<T>().DistinctBy(row => OpenMetricsText.LabelOf(name(row)))];
        var metrics = new List<Metric>();
        foreach ((string metricName, string help, string? unit, Func<T, double?> value) in counters)
        {
            var metric = Metric.Counter(metricName, help, unit);
            Array.ForEach(rows, row => metric.Add(value(row), ("device", OpenMetricsText.LabelOf(name(row)))));
            metrics.Add(metric);
        }

        return [.. metrics];
    }

    private static Metric Counter(string name, string help, double? value)
    {
        var metric = Metric.Counter(name, help);
        metric.Add(value);
        return metric;
    }

    private static Metric Gauge(string name, string help, double? value, string? unit = null)
    {
        var metric = Metric.Gauge(name, help, unit);
        metric.Add(value);
        return metric;
    }
}
