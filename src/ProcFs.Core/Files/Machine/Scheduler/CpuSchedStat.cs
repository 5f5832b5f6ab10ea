using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a <c>cpu</c> line of <c>/proc/schedstat</c> and the domains below it: scheduler statistics of a CPU. Versions 10 to 17 of the file are supported; in
/// versions below 14, times have an unknown unit and are null. Source: Documentation/scheduler/sched-stats.rst, show_schedstat() of kernel/sched/stats.c.
/// </summary>
[Fields]
public sealed partial class CpuSchedStat : ITable<CpuSchedStat>
{
    private const string Form = "a CPU and nine numbers";

    // The fields at the end of all versions; versions below 15 have three more at the start.
    private const int Fields = 9;
    private const int FieldsOfExpired = 3;
    private const int VersionWithoutExpired = 15;
    private const int VersionOfNanoseconds = 14;
    private const int FirstTime = 7;

    private CpuSchedStat()
    {
    }

    /// <summary>The number of the CPU.</summary>
    public required int Cpu { get; init; }

    /// <summary>Calls of sched_yield(2).</summary>
    [Field(1)] public long? Yields { get; private set; }

    /// <summary>The number of calls of the scheduler.</summary>
    [Field(3)] public long? Schedules { get; private set; }

    /// <summary>The number of times that the scheduler left the CPU idle.</summary>
    [Field(4)] public long? SchedulesToIdle { get; private set; }

    /// <summary>The number of wakeups.</summary>
    [Field(5)] public long? WakeUps { get; private set; }

    /// <summary>The number of wakeups from the same CPU.</summary>
    [Field(6)] public long? LocalWakeUps { get; private set; }

    /// <summary>The total run time of tasks.</summary>
    [Field(7, Scale.Nanoseconds)] public TimeSpan? RunTime { get; private set; }

    /// <summary>The total time that runnable tasks waited for the CPU.</summary>
    [Field(8, Scale.Nanoseconds)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>The number of time slices given to tasks.</summary>
    [Field(9)] public long? TimeSlices { get; private set; }

    /// <summary>The scheduling domains, from the smallest to the largest.</summary>
    public IReadOnlyList<SchedDomain> Domains { get; private set; } = [];

    /// <summary>The version of the file.</summary>
    public int? Version { get; private set; }

    /// <summary>The kernel's clock when the file was read, in jiffies.</summary>
    public long? Timestamp { get; private set; }

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CpuSchedStat),
        new(nameof(Cpu), 4),
        new(nameof(Schedules), 10),
        new(nameof(WakeUps), 10),
        new(nameof(RunTime), 14),
        new(nameof(WaitTime), 14),
        new(nameof(TimeSlices), 11));

    /// <summary>The CPU and the run time of its tasks: <c>cpu0 00:10:14.30</c>.</summary>
    public override string ToString() => $"cpu{Cpu} {Display.Span(RunTime)}".TrimEnd();

    static string IRow<CpuSchedStat>.NameOf(CpuSchedStat row) => $"{row.Cpu}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CpuSchedStat, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        int? version = null;
        long? timestamp = null;
        var head = default(UnavailableFields);
        Blocks.Read(source, static line => line.StartsWith("cpu"u8), (block, firstLine) =>
        {
            if (block.StartsWith("cpu"u8))
            {
                CpuSchedStat cpu = Parse(block, version, timestamp, source) ?? throw source.Malformed(firstLine, Blocks.FirstLine(block), Form);
                cpu._malformed.Add(head);
                return emit(cpu);
            }

            var lines = new LineScanner(block);
            while (lines.Next())
            {
                var words = new FieldScanner(lines.Line);
                ReadOnlySpan<byte> name = words.Next();
                if (name.SequenceEqual("version"u8))
                {
                    version = Number.TryInt32(words.Next(), out int number) && number > 0 ? number : null;
                    head.Add(nameof(Version), version is null ? UnavailableReason.Malformed : null);
                }
                else if (name.SequenceEqual("timestamp"u8))
                {
                    timestamp = Value.TryRead(words.Next(), source, out long time) ? time : null;
                    head.Add(nameof(Timestamp), timestamp is null ? UnavailableReason.Malformed : null);
                }
            }

            return true;
        });
    }

    private static CpuSchedStat? Parse(ReadOnlySpan<byte> block, int? version, long? timestamp, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        var words = new FieldScanner(lines.Line);
        if (!Number.TryInt32(words.Next()["cpu"u8.Length..], out int number) || Value.CountWords(words.Rest) is var count && count < Fields)
        {
            return null;
        }

        var cpu = new CpuSchedStat { Cpu = number, Version = version, Timestamp = timestamp };
        bool isLong = version < VersionWithoutExpired || (version is null && count == Fields + FieldsOfExpired);
        for (int skipped = isLong ? count - Fields : 0; skipped > 0; skipped--)
        {
            words.Next();
        }

        if (version < VersionOfNanoseconds)
        {
            cpu.TakeCounts(words, source);
        }
        else
        {
            Lines.ReadFields(words.Rest, cpu, source, fewest: 0);
        }

        var domains = new List<SchedDomain>();
        while (lines.Next())
        {
            if (SchedDomain.Parse(lines.Line, version, source) is { } domain)
            {
                domains.Add(domain);
            }
        }

        cpu.Domains = domains;
        return cpu;
    }

    // All but the two times.
    private void TakeCounts(FieldScanner words, ProcSource source)
    {
        for (int field = 1; field <= Fields; field++)
        {
            ReadOnlySpan<byte> word = words.Next();
            _ = field is FirstTime or FirstTime + 1 || ((IFields)this).Set(field, word, source);
        }
    }
}
