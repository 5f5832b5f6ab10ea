using ProcFs.Views;

namespace ProcFs;

/// <content>What kinds of files have.</content>
public sealed partial class FileDescriptorDetail
{
    /// <summary>The descriptors in an event poll.</summary>
    public IReadOnlyList<EventPollTarget>? Targets { get; internal set; }

    /// <summary>The watches of inotify or fanotify.</summary>
    public IReadOnlyList<FileWatch>? Watches { get; internal set; }

    /// <summary>The signals of a signalfd.</summary>
    public SignalSet? Signals { get; internal set; }

    /// <summary>The counter of an eventfd.</summary>
    public ulong? EventCount { get; internal set; }

    /// <summary>The id shared by all descriptors of an eventfd (since Linux 5.2).</summary>
    public int? EventId { get; internal set; }

    /// <summary>Whether an eventfd has semaphore semantics (since Linux 6.5).</summary>
    public bool? IsSemaphore { get; internal set; }

    /// <summary>The timer of a timerfd.</summary>
    public DescriptorTimer? Timer { get; internal set; }

    /// <summary>The process of a pidfd: -1 if it has ended and was waited for, 0 if it is outside of the reader's PID namespace.</summary>
    public int? TargetProcessId { get; internal set; }

    /// <summary>The full name of that process; null if it has ended.</summary>
    public string? TargetProcessName { get; internal set; }

    /// <summary>The network device of a tun or tap descriptor.</summary>
    public string? InterfaceName { get; internal set; }

    /// <summary>The terminal of a pseudoterminal master.</summary>
    [Unit(Unit.Path)] public string? Terminal { get; internal set; }

    /// <summary>The major and minor number of a device file: <c>1:3</c> is /dev/null.</summary>
    public string? DeviceNumber { get; internal set; }

    /// <summary>The driver of a device file, from /proc/devices, /proc/misc and /proc/tty/drivers: <c>mem</c>, <c>pts</c>, <c>kvm</c>.</summary>
    public string? Driver { get; internal set; }

    /// <summary>The type of a namespace.</summary>
    public NamespaceType? NamespaceType { get; internal set; }

    /// <summary>The seals of a memory file; null for other files, or if they cannot be read.</summary>
    public MemorySeals? Seals { get; internal set; }

    /// <summary>The queues of an io_uring.</summary>
    public IoRing? Ring { get; internal set; }

    /// <summary>The BPF map, program or link.</summary>
    public BpfObject? Bpf { get; internal set; }

    /// <summary>The page faults of a userfaultfd that wait to be read.</summary>
    public long? PendingFaults { get; internal set; }

    /// <summary>The page faults of a userfaultfd that wait to be resolved, including those that were read.</summary>
    public long? TotalFaults { get; internal set; }

    /// <summary>The features of a userfaultfd that its program has turned on.</summary>
    public UserFaultFeatures? FaultFeatures { get; internal set; }

    /// <summary>The driver that exported a dma-buf.</summary>
    public string? Exporter { get; internal set; }

    /// <summary>What a client of a graphics device uses.</summary>
    public GraphicsClient? Graphics { get; internal set; }

    /// <summary>The details of its type, in one line; empty for files and types without details.</summary>
    public string Summary => this switch
    {
        { Targets: { Count: > 0 } targets } => $"{targets.Count} {(targets.Count == 1 ? "target" : "targets")}",
        { Watches: { Count: > 0 } watches } => $"{watches.Count} {(watches.Count == 1 ? "watch" : "watches")}",
        { Signals: { } signals } => $"{signals}",
        { EventCount: { } count } => $"count {count} {Display.Peers(Peers)}".TrimEnd(),
        { Timer: { } timer } => $"{timer}",
        { TargetProcessId: -1 } => "ended",
        { TargetProcessId: { } id } => $"{id} {TargetProcessName}".TrimEnd(),
        { InterfaceName: { } name } => name,
        { Ring: { } ring } => $"{ring}",
        { Bpf: { } bpf } => $"{bpf}",
        { Graphics: { } client } => $"{client}",
        { TotalFaults: { } faults } => $"{faults} faults waiting",
        { Exporter: { } exporter } => $"from {exporter}",
        { Seals: { } seals and not MemorySeals.None } => $"sealed: {seals}",
        { Peers: { Count: > 0 } peers } => $"{Terminal} {Display.Peers(peers)}".TrimStart(),
        { Terminal: { } terminal } => terminal,
        _ => "",
    };
}
