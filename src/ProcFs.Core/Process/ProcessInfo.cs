using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// Models the folder <c>/proc/&lt;pid&gt;</c>: a process, as <c>stat</c>, <c>status</c> and <c>cmdline</c> tell of it. Sizes are bytes. What the caller may not
/// read, or the process has not (a kernel thread has no memory), is null.
/// </summary>
public sealed class ProcessInfo
{
    private ProcessInfo()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The name; where the kernel cut it, the full one as Get-Process shows it.</summary>
    public required string Name { get; init; }

    /// <summary>When it started; with the id it tells one process from all others.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The parent; 0 for none that can be seen.</summary>
    public required int ParentProcessId { get; init; }

    /// <summary>What it is doing.</summary>
    public required ProcessState State { get; init; }

    /// <summary>The effective user's name; the id where the system knows none.</summary>
    public required string? User { get; init; }

    /// <summary>The effective group's name; the id where the system knows none.</summary>
    public required string? Group { get; init; }

    /// <summary>The arguments; empty for a kernel thread or a zombie.</summary>
    public required string[] CommandLine { get; init; }

    /// <summary>How many threads it has.</summary>
    public required int Threads { get; init; }

    /// <summary>CPU time used, in user mode and in the kernel.</summary>
    public required TimeSpan CpuTime { get; init; }

    /// <summary>Virtual size, in bytes; null where it has no memory of its own.</summary>
    public required long? VirtualSize { get; init; }

    /// <summary>Resident size, in bytes; null where it has no memory of its own.</summary>
    public required long? ResidentSize { get; init; }

    /// <summary>The process group.</summary>
    public required int ProcessGroupId { get; init; }

    /// <summary>The session.</summary>
    public required int SessionId { get; init; }

    /// <summary>The controlling terminal, as ps names it: <c>pts/0</c>, <c>tty1</c>; null for none.</summary>
    public required string? Tty { get; init; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    public required int Nice { get; init; }

    /// <summary>How the scheduler picks it.</summary>
    public required SchedulingPolicy? Policy { get; init; }

    /// <summary>Whether it is a thread of the kernel's own.</summary>
    public required bool IsKernelThread { get; init; }

    /// <summary>
    /// Whether its first thread has exited while others live on. The state is that of the first thread, Zombie; the process runs.
    /// </summary>
    public required bool HasExitedLeader { get; init; }

    /// <summary>Reads the selected processes.</summary>
    public static IEnumerable<Outcome<ProcessInfo>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessInfo>(selection, "stat", ReadOne, summary, cancellation);

    /// <summary>Reads one process, all of it through one descriptor: <c>stat</c>, <c>status</c> and <c>cmdline</c>, nothing else.</summary>
    internal static ProcessInfo Read(ProcessDirectory process)
    {
        var stat = ProcessStat.Parse(ReadFile(process, "stat"), new ProcSource(process, "stat"));
        var status = ProcessStatus.Parse(ReadFile(process, "status"), new ProcSource(process, "status"));
        string[] commandLine = ReadCommandLine(process);
        if (commandLine.Length == 0 && stat is { State: ProcessState.Zombie, Threads: > 1 })
        {
            using ProcessDirectory? thread = process.OpenLivingThread();
            commandLine = thread is null ? commandLine : ReadCommandLine(thread);
        }

        return new ProcessInfo
        {
            ProcessId = process.ProcessId,
            Name = stat.Name,
            StartTime = stat.StartTime,
            ParentProcessId = stat.ParentProcessId,
            State = stat.State,
            User = status.User,
            Group = status.Group,
            CommandLine = commandLine,
            Threads = stat.Threads,
            CpuTime = stat.UserTime + stat.SystemTime,
            VirtualSize = status.VmSize,
            ResidentSize = status.VmRss,
            ProcessGroupId = stat.ProcessGroupId,
            SessionId = stat.SessionId,
            Tty = TerminalName.Of(stat.TtyNumber),
            Nice = stat.Nice,
            Policy = stat.Policy,
            IsKernelThread = stat.Flags.HasFlag(ProcessFlags.KernelThread),
            HasExitedLeader = stat.State == ProcessState.Zombie && stat.Threads > 1,
        };
    }

    private static Errno ReadOne(ProcessDirectory process, Action<ProcessInfo> emit)
    {
        emit(Read(process));
        return Errno.None;
    }

    private static string[] ReadCommandLine(ProcessDirectory process) =>
        process.Read("cmdline\0"u8, out ReadOnlySpan<byte> text) == Errno.None ? ProcFs.CommandLine.Parse(text) : [];

    private static ReadOnlySpan<byte> ReadFile(ProcessDirectory process, string name) =>
        new ProcSource(process, name).ReadAll(process.Scope.File);
}
