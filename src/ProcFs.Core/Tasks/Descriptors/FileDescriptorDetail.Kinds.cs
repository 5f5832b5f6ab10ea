using ProcFs.Views;

namespace ProcFs;

/// <content>What kinds of files have.</content>
public sealed partial class FileDescriptorDetail
{
    /// <summary>The descriptors that an event poll waits for.</summary>
    public IReadOnlyList<EventPollTarget>? Targets { get; internal set; }

    /// <summary>What inotify or fanotify watches.</summary>
    public IReadOnlyList<FileWatch>? Watches { get; internal set; }

    /// <summary>The signals that a signalfd takes.</summary>
    public SignalSet? Signals { get; internal set; }

    /// <summary>The counter of an eventfd.</summary>
    public ulong? EventCount { get; internal set; }

    /// <summary>The number that all descriptors of one eventfd share (since Linux 5.2).</summary>
    public int? EventId { get; internal set; }

    /// <summary>Whether an eventfd counts as a semaphore (since Linux 6.5).</summary>
    public bool? IsSemaphore { get; internal set; }

    /// <summary>The timer of a timerfd.</summary>
    public DescriptorTimer? Timer { get; internal set; }

    /// <summary>The process that a pidfd stands for: -1 where it has ended and was waited for, 0 where it is outside of this namespace of process ids.</summary>
    public int? TargetProcessId { get; internal set; }

    /// <summary>That process's full name; null where it has ended.</summary>
    public string? TargetProcessName { get; internal set; }

    /// <summary>The network device of a tun or tap descriptor.</summary>
    public string? InterfaceName { get; internal set; }

    /// <summary>The terminal at the other side of the master of a pseudo terminal.</summary>
    [Unit(Unit.Path)] public string? Terminal { get; internal set; }

    /// <summary>The number of a device file, as major and minor number: <c>1:3</c> is /dev/null.</summary>
    public string? DeviceNumber { get; internal set; }

    /// <summary>The driver of a device file, from /proc/devices and /proc/misc: <c>mem</c>, <c>pts</c>, <c>kvm</c>.</summary>
    public string? Driver { get; internal set; }

    /// <summary>What a namespace sets apart.</summary>
    public NamespaceType? NamespaceType { get; internal set; }

    /// <summary>What its kind of file has, in one line; empty for files and for what has nothing.</summary>
    public string Summary => this switch
    {
        { Targets: { Count: > 0 } targets } => $"{targets.Count} {(targets.Count == 1 ? "target" : "targets")}",
        { Watches: { Count: > 0 } watches } => $"{watches.Count} {(watches.Count == 1 ? "watch" : "watches")}",
        { Signals: { } signals } => $"{signals}",
        { EventCount: { } count } => $"count {count}",
        { Timer: { } timer } => $"{timer}",
        { TargetProcessId: -1 } => "ended",
        { TargetProcessId: { } id } => $"{id} {TargetProcessName}".TrimEnd(),
        { InterfaceName: { } name } => name,
        { Terminal: { } terminal } => terminal,
        _ => "",
    };
}
