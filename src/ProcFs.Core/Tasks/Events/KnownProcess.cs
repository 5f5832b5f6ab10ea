using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>What is known of a process that is watched for changes, from <c>stat</c>, <c>status</c>, <c>cmdline</c> and <c>exe</c>.</summary>
internal sealed record KnownProcess
{
    // Field numbers of /proc/<pid>/stat.
    private const int ParentField = 4;
    private const int StartCodeField = 26;
    private const int EndCodeField = 27;
    private const int StartStackField = 28;
    private const int ExitCodeField = 52;

    public required int ProcessId { get; init; }

    public int? ParentProcessId { get; init; }

    /// <summary>Null if it ended before it could be read.</summary>
    public string? Name { get; init; }

    /// <summary>The start time in ticks after boot; null if it ended before it could be read.</summary>
    public ulong? StartTicks { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The time of the event of its start, which is more exact than <see cref="StartTime"/>; null if it was running already.</summary>
    public DateTimeOffset? BornAt { get; init; }

    public string[]? CommandLine { get; init; }

    public string? Executable { get; init; }

    /// <summary>The real and the effective id.</summary>
    public (uint Real, uint Effective)? UserIds { get; init; }

    public (uint Real, uint Effective)? GroupIds { get; init; }

    /// <summary>Whether it has ended: it is a zombie, without a thread that lives on.</summary>
    public bool HasEnded { get; init; }

    public bool IsKernelThread { get; init; }

    public int Threads { get; init; }

    /// <summary>The wait status of a zombie; null if the caller is not permitted to read it.</summary>
    public int? WaitStatus { get; init; }

    public UnavailableReason? WhyNoCommandLine { get; init; }

    public UnavailableReason? WhyNoExecutable { get; init; }

    // Where the program and the stack are, which differs for each execution; zeros if the caller is not permitted to read it.
    private (ulong StartCode, ulong EndCode, ulong Stack) Image { get; init; }

    /// <summary>Reads a process; null if it has gone. Of a process that has not executed another program since, its arguments are not read again.</summary>
    public static KnownProcess? Read(ProcRoot root, int processId, ReadScope scope, KnownProcess? before)
    {
        using var process = ProcessDirectory.Open(root, processId, scope, out _);
        if (process is null || process.ReadRecord("stat\0"u8, out ReadOnlySpan<byte> text) != Errno.None || !StatLine.TryParse(text, out StatLine stat))
        {
            return null;
        }

        KnownProcess now = OfStat(process, stat);
        process.TakeIdentity(text);
        now = now with { Name = process.Identity?.Name };
        if (process.ReadRecord("status\0"u8, out ReadOnlySpan<byte> status) == Errno.None)
        {
            now = now with { UserIds = IdsIn(KeyValues.Find(status, "Uid"u8)), GroupIds = IdsIn(KeyValues.Find(status, "Gid"u8)) };
            now = now with { WaitStatus = now.IsStatusOf(now.WaitStatus) };
        }

        return before is not null && now.IsSameAs(before) && (!now.HasExecutedSince(before) || now.HasEnded) ? now.WithProgramOf(before) : now.WithProgram(process);
    }

    /// <summary>Whether it is the same process, rather than one that has its id now.</summary>
    public bool IsSameAs(KnownProcess other) => StartTicks is null || other.StartTicks is null || StartTicks == other.StartTicks;

    /// <summary>
    /// Whether it has executed a program since. Without the permission to see that, it has if its name has changed. The name of a kernel thread says what it does.
    /// </summary>
    public bool HasExecutedSince(KnownProcess before) =>
        !HasEnded && !IsKernelThread && (Image.StartCode > 1 && before.Image.StartCode > 1 ? Image != before.Image : Name != before.Name);

    private static KnownProcess OfStat(ProcessDirectory process, in StatLine stat)
    {
        ProcessState state = ProcessStates.Of(stat.State);
        int threads = (int)stat.UInt64(StatLine.Threads);
        ulong ticks = stat.UInt64(StatLine.StartTime);
        bool hasEnded = state == ProcessState.Dead || (state == ProcessState.Zombie && threads <= 1);
        return new KnownProcess
        {
            ProcessId = process.ProcessId,
            ParentProcessId = (int)stat.UInt64(ParentField),
            StartTicks = ticks,
            StartTime = process.Root.Facts.AfterBoot(ticks),
            HasEnded = hasEnded,
            IsKernelThread = stat.IsKernelThread,
            Threads = threads,
            WaitStatus = hasEnded ? (int)stat.UInt64(ExitCodeField) : null,
            Image = (stat.UInt64(StartCodeField), stat.UInt64(EndCodeField), stat.UInt64(StartStackField)),
        };
    }

    private static (uint Real, uint Effective)? IdsIn(ReadOnlySpan<byte> value)
    {
        var ids = new FieldScanner(value);
        return Number.TryUInt32(ids.Next(), out uint real) && Number.TryUInt32(ids.Next(), out uint effective) ? (real, effective) : null;
    }

    // To a caller without permission, the kernel shows 0.
    private int? IsStatusOf(int? status) =>
        status is 0 && !Caller.Current.SeesAllProcesses && (UserIds?.Effective != Libc.geteuid() || GroupIds?.Effective != Libc.getegid()) ? null : status;

    private KnownProcess WithProgramOf(KnownProcess before) => this with
    {
        BornAt = before.BornAt,
        Name = HasEnded ? before.Name ?? Name : Name,
        CommandLine = before.CommandLine,
        Executable = before.Executable,
        WhyNoCommandLine = before.WhyNoCommandLine,
        WhyNoExecutable = before.WhyNoExecutable,
    };

    private KnownProcess WithProgram(ProcessDirectory process)
    {
        Errno error = process.Read("cmdline\0"u8, out ReadOnlySpan<byte> text);
        bool hasNone = HasEnded || error != Errno.None;
        KnownProcess result = this with
        {
            CommandLine = hasNone ? null : ProcFs.CommandLine.Parse(text),
            WhyNoCommandLine = HasEnded ? UnavailableReason.Gone : UnavailableFields.ReasonOf(error, process),
        };
        error = process.Scope.File.ReadLink(process.Handle.File, "exe\0"u8);
        return result with
        {
            Executable = error == Errno.None ? process.Scope.Names.Intern(DeletedSuffix.Strip(process.Scope.File.Bytes)) : null,
            WhyNoExecutable = UnavailableFields.ReasonOf(error, process),
        };
    }
}
