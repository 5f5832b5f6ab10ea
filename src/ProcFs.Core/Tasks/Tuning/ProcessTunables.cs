using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The settings of a process that can be changed while it runs: <c>oom_score_adj</c>, <c>coredump_filter</c>, <c>timerslack_ns</c>, <c>autogroup</c> and
/// <c>comm</c> of <c>/proc/&lt;pid&gt;</c>. A setting that this kernel or the process does not have, or that the caller is not allowed to read, is null.
/// </summary>
public sealed class ProcessTunables
{
    private ProcessTunables()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name as shown by Get-Process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time; together with the id, it identifies the process.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The OOM score adjustment, from -1000 (never killed) to 1000 (killed first): <c>oom_score_adj</c>.</summary>
    public required int? OomScoreAdj { get; init; }

    /// <summary>The kinds of memory in a core dump; null for a kernel thread.</summary>
    public required CoreDumpFilter? CoredumpFilter { get; init; }

    /// <summary>The timer slack of the first thread, to a tenth of a microsecond.</summary>
    [Unit(Unit.Duration)] public TimeSpan? TimerSlack => TimerSlackNanoseconds is { } nanoseconds ? new TimeSpan(nanoseconds / TimeSpan.NanosecondsPerTick) : null;

    /// <summary>The exact timer slack: <c>timerslack_ns</c>. Reading that of another thread needs CAP_SYS_NICE.</summary>
    public required long? TimerSlackNanoseconds { get; init; }

    /// <summary>The autogroup of the session; null if the process is in none.</summary>
    public required long? AutogroupId { get; init; }

    /// <summary>The nice value of that group, from 19 (low) to -20 (high).</summary>
    public required int? AutogroupNice { get; init; }

    /// <summary>The name of the first thread, at most 15 bytes: <c>comm</c>.</summary>
    public required string? ThreadName { get; init; }

    /// <summary>The reasons why properties are null, by property name. Settings that the process does not have are not included.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(ProcessTunables),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(OomScoreAdj), 11),
        new(nameof(TimerSlack), 10),
        new(nameof(AutogroupNice), 4) { Label = "Nice" },
        new(nameof(ThreadName), 15),
        new(nameof(CoredumpFilter)));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    internal static ProcessTunables Read(ProcessDirectory process)
    {
        var missing = default(UnavailableFields);
        var group = Parse(process, "autogroup", Autogroup.Parse, ref missing, nameof(AutogroupId), nameof(AutogroupNice)) as Autogroup;
        return new ProcessTunables
        {
            ProcessId = process.ProcessId,
            ProcessName = process.Name,
            StartTime = process.StartTime,
            OomScoreAdj = (int?)NumberIn(process, "oom_score_adj", ref missing, nameof(OomScoreAdj)),
            CoredumpFilter = (CoreDumpFilter?)Parse(process, "coredump_filter", CoreDumpFilterText.Parse, ref missing, nameof(CoredumpFilter)),
            TimerSlackNanoseconds = NumberIn(process, "timerslack_ns", ref missing, nameof(TimerSlackNanoseconds), nameof(TimerSlack)),
            AutogroupId = group?.GroupId,
            AutogroupNice = group?.Nice,
            ThreadName = (string?)Parse(process, "comm", ParameterValue.Text, ref missing, nameof(ThreadName)),
            Unavailable = missing.ToDictionary(),
        };
    }

    private static object? Parse(
        ProcessDirectory process,
        string file,
        RecordParser<object?> parse,
        ref UnavailableFields missing,
        params ReadOnlySpan<string> fields)
    {
        Errno error = process.Scope.File.ReadFile(process.Handle, file);
        foreach (string field in fields)
        {
            missing.Add(field, UnavailableFields.ReasonOf(error, process));
        }

        return error == Errno.None ? parse(process.Scope.File.Bytes, new ProcSource(process, file)) : null;
    }

    private static long? NumberIn(ProcessDirectory process, string file, ref UnavailableFields missing, params ReadOnlySpan<string> fields) =>
        (long?)Parse(
            process,
            file,
            (text, source) => Number.TryInt64(ParameterValue.WithoutNewline(text), out long value) ? value : throw source.Malformed(1, text, "a number"),
            ref missing,
            fields);
}
