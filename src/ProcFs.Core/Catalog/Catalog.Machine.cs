using static ProcFs.ReadEffects;

namespace ProcFs;

public static partial class Catalog
{
    private static CatalogEntry[] MachineEntries() =>
    [
        .. Section("Machine", "Kernel",
        [
            Table<BootConfigEntry>("bootconfig", "boot configuration embedded in the kernel or initrd"),
            Table<KernelArgument>("cmdline", "kernel command line, from the boot loader"),
            Table<KernelOption>("config.gz", "build configuration of this kernel, gzip"),
            Lines<KernelConsole>("consoles", "registered kernel consoles and their capabilities"),
            Table<CryptoAlgorithm>("crypto", "cryptographic algorithms of the kernel: ciphers, hashes and others"),
            Table<DeviceDriver>("devices", "major numbers of character and block drivers"),
            Lines<ExecutionDomain>("execdomains", "execution domains of the kernel"),
            Lines<MiscellaneousDevice>("misc", "drivers with the misc major number and their minors"),
            Record<KernelStatistics>("stat", "statistics since boot: CPU times, interrupts, context switches, forks"),
            Record<SystemUptime>("uptime", "time since boot, and idle time of all CPUs"),
            Record<KernelVersion>("version", "kernel version, builder, compiler and build date"),
            Record<KernelSignature>("version_signature", "package version of an Ubuntu kernel"),
        ]),

        .. Section("Machine", "Modules",
        [
            Lines<KernelModule>("modules", "loaded modules: size, users, state, address, taints"),
        ]),

        .. Section("Machine", "Cpu",
        [
            Directory("cpu", "processor traps and emulation (ARM, SuperH)"),
            Parameter("cpu/alignment", "handling and counts of unaligned user accesses (ARM, SuperH)", Access.ReadWrite),
            Parameter("cpu/kernel_alignment", "handling of unaligned kernel accesses (SuperH)", Access.ReadWrite),
            Table<ReportLine>("cpu/swp_emulation", "counts of emulated SWP instructions (ARM)"),
            Table<CpuInfo>("cpuinfo", "model, features and frequency of each processor"),
            Parameter("mtrr", "memory type ranges of the CPU (x86); wrong values hang it", Access.ReadWrite, ParameterForm.Lines<MemoryTypeRange>()),
        ]),

        .. Section("Machine", "Interrupts",
        [
            Table<Interrupt>("interrupts", "interrupt counts for each CPU"),
            Directory("irq", "interrupts and their CPU affinity"),
            Directory("irq/<irq>", "one interrupt line"),
            Directory("irq/<irq>/<action>", "handler registered on the interrupt line; empty folder"),
            Parameter("irq/<irq>/affinity_hint", "mask of CPUs that the driver prefers, hex", Access.Read),
            Parameter("irq/<irq>/effective_affinity", "mask of CPUs that actually receive the interrupt, hex", Access.Read),
            Parameter("irq/<irq>/effective_affinity_list", "list of CPUs that actually receive the interrupt", Access.Read),
            Parameter("irq/<irq>/node", "NUMA node of the device; -1 if none", Access.Read),
            Parameter("irq/<irq>/smp_affinity", "mask of CPUs that can receive the interrupt, hex", Access.ReadWrite),
            Parameter("irq/<irq>/smp_affinity_list", "list of CPUs that can receive the interrupt", Access.ReadWrite),
            Record<UnhandledInterrupts>("irq/<irq>/spurious", "spurious interrupts: count, unhandled, last unhandled ms"),
            Parameter("irq/default_smp_affinity", "default CPU mask for new interrupts, hex", Access.ReadWrite),
            Table<SoftInterrupt>("softirqs", "softirq counts for each CPU"),
        ]),

        .. Section("Machine", "Scheduler",
        [
            Table<CgroupController>("cgroups", "control group controllers, hierarchies and group counts"),
            Table<LatencyCause>("latency_stats", "places where tasks waited longest; writing clears them"),
            Record<LoadAverage>("loadavg", "load averages of 1, 5, 15 minutes, threads running/total, last pid"),
            Binary   ("profile", "histogram of kernel addresses; writing resets it"),
            Record<SchedulerDebugInfo>("sched_debug", "state of all run queues and tasks; long", Huge),
            Table<CpuSchedStat>("schedstat", "run queue and load balancing counters of each CPU"),
            Table<HighResolutionTimer>("timer_list", "all pending high-resolution timers and clock devices; long", Huge),
            Table<TimerUse>("timer_stats", "timers started, with their owners (before Linux 4.11)"),
        ]),

        .. Section("Machine", "Pressure",
        [
            Directory("pressure", "pressure stall information: time lost to lack of a resource"),
            Record<ResourcePressure>("pressure/cpu", "time tasks stalled waiting for a CPU, averages in % and total", since: "4.20"),
            Record<ResourcePressure>("pressure/io", "time tasks stalled waiting for I/O, averages in % and total", since: "4.20"),
            Record<ResourcePressure>("pressure/irq", "time lost to interrupts, averages in % and total", since: "6.1"),
            Record<ResourcePressure>("pressure/memory", "time tasks stalled waiting for memory, averages in % and total", since: "4.20"),
        ]),

        .. Section("Machine", "Memory",
        [
            Table<AllocationSite>("allocinfo", "memory allocated, by place in the kernel source; long", Huge),
            Lines<BuddyZone>("buddyinfo", "free blocks of each order, by memory zone"),
            Table<CoreSegment>("kcore", "physical memory as an ELF core file; exposes everything, huge", Exposes | Huge),
            Binary   ("kpagecgroup", "memory control group of each page frame, 8 bytes each", Huge),
            Binary   ("kpagecount", "number of mappings of each page frame, 8 bytes each", Huge),
            Binary   ("kpageflags", "flags of each page frame, 8 bytes each", Huge),
            Table<ReportLine>("malloc", "kernel allocation debugging (ancient kernels)"),
            Lines<MemoryRegion>("maps", "memory regions on machines without an MMU"),
            Record<MemoryInfo>("meminfo", "memory use of the system"),
            Table<PageTypeZone>("pagetypeinfo", "free blocks by mobility; reading holds the zone lock", OnRequest | Locks),
            Table<SlabCache>("slabinfo", "slab caches: objects, sizes, slabs"),
            Table<SwapArea>("swaps", "swap areas: size, use, priority"),
            Lines<VmallocArea>("vmallocinfo", "areas of the kernel's virtual memory and their owners; long", Huge),
            Binary   ("vmcore", "memory of the crashed kernel as ELF core; after a kexec crash", Exposes | Huge),
            Record<VirtualMemoryStatistics>("vmstat", "virtual memory counters, mostly in pages or events"),
            Table<MemoryZone>("zoneinfo", "free pages, watermarks and counters of each memory zone"),
        ]),

        .. Section("Machine", "Block",
        [
            Lines<DiskStatistics>("diskstats", "I/O statistics of disks and partitions: requests, sectors, ms"),
            Table<DrbdDevice>("drbd", "state of replicated DRBD devices"),
            Table<RaidArray>("mdstat", "software RAID arrays, with state and resync progress"),
            Table<FlashPartition>("mtd", "flash memory partitions: bytes, erase size, name"),
            Table<Partition>("partitions", "disks and partitions, with numbers and size in kB"),
        ]),

        .. Section("Machine", "Ipc",
        [
            Lines<FileLock>("locks", "file locks and leases, held or waited for"),
            Directory("sysvipc", "System V IPC objects"),
            Table<MessageQueue>("sysvipc/msg", "System V message queues: messages, bytes, owners, times"),
            Table<SemaphoreSet>("sysvipc/sem", "System V semaphore sets: size, owners, times"),
            Table<SharedMemorySegment>("sysvipc/shm", "System V shared memory: bytes, attachments, owners, times"),
        ]),

        .. Section("Machine", "Keys",
        [
            Lines<KeyQuota>("key-users", "number and bytes of keys, by user"),
            Lines<KernelKey>("keys", "keys visible to the reader, with permissions, expiry and type"),
        ]),

        .. Section("Machine", "Hardware",
        [
            Table<ReportLine>("atags", "boot tags from the boot loader (old ARM)"),
            Link     ("device-tree", "device tree of the machine in /sys"),
            Table<DmaChannel>("dma", "ISA DMA channels in use"),
            Lines<FrameBuffer>("fb", "frame buffer devices and their drivers"),
            Table<AddressResource>("iomem", "physical address map and its owners"),
            Table<AddressResource>("ioports", "I/O port map and its owners"),
            Table<ReportLine>("pci", "PCI devices, long format (before Linux 2.6)"),
        ]),

        .. Section("Machine", "Debugging",
        [
            Directory("dynamic_debug", "switches of kernel debug messages"),
            Table<DebugMessage>("dynamic_debug/control", "every switchable debug message and its state; long", Huge),
            Binary   ("kmsg", "kernel log; reading consumes messages and waits for new ones", Blocks | Consumes),
            Table<LockStatistics>("lock_stat", "contention of kernel locks; writing 0 clears it", OnRequest),
            Table<ReportLine>("lockdep", "lock classes known to the lock validator; long", Huge),
            Table<ReportLine>("lockdep_chains", "lock chains known to the lock validator; long", Huge),
            Table<ReportLine>("lockdep_stats", "size and use of the lock validator's tables"),
            Parameter("sysrq-trigger", "runs a SysRq command by its letter; may crash or reboot at once", Access.Write),
        ]),

        .. Section("Symbols", "",
        [
            Table<KernelSymbol>("kallsyms", "symbols of the kernel and its modules"),
            Lines<ExportedSymbol>("ksyms", "exported kernel symbols (Linux 2.4)"),
        ]),
    ];
}
