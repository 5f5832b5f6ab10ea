using ProcFs.Text;
using SetterText = System.Runtime.CompilerServices.CallerArgumentExpressionAttribute;

namespace ProcFs;

public sealed partial class ProcessSched
{
    private const int FractionDigits = 6;

    // Longer than any name of a task, so that no name can hold it.
    private static ReadOnlySpan<byte> Ruler => "\n----------------------------------------"u8;

    private static readonly KeyedFields<ProcessSched>.Field[] s_fields =
    [
        Time("se.exec_start", (sched, value) => sched.ExecutionStart = value),
        Time("se.vruntime", (sched, value) => sched.VirtualRunTime = value),
        Time("se.sum_exec_runtime", (sched, value) => sched.RunTime = value),
        Nanoseconds("se.slice", (sched, value) => sched.Slice = value),
        Int64("se.nr_migrations", (sched, value) => sched.Migrations = value),
        Int64("nr_switches", (sched, value) => sched.Switches = value),
        Int64("nr_voluntary_switches", (sched, value) => sched.VoluntarySwitches = value),
        Int64("nr_involuntary_switches", (sched, value) => sched.InvoluntarySwitches = value),
        Int64("se.load.weight", (sched, value) => sched.LoadWeight = value),
        Int64("se.avg.load_avg", (sched, value) => sched.LoadAverage = value),
        Int64("se.avg.runnable_avg", (sched, value) => sched.RunnableAverage = value),
        Int64("se.avg.util_avg", (sched, value) => sched.UtilizationAverage = value),
        Int64("policy", (sched, value) => sched.Policy = (SchedulingPolicy)value),
        Int64("prio", (sched, value) => sched.Priority = (int)value),
        Time("wait_sum", (sched, value) => sched.WaitTime = value),
        Time("wait_max", (sched, value) => sched.LongestWait = value),
        Time("sum_sleep_runtime", (sched, value) => sched.SleepTime = value),
        Time("sum_block_runtime", (sched, value) => sched.BlockedTime = value),
        Time("iowait_sum", (sched, value) => sched.IoWaitTime = value),
        Int64("numa_pages_migrated", (sched, value) => sched.NumaPagesMigrated = value),
        Int64("numa_preferred_nid", (sched, value) => sched.NumaPreferredNode = value < 0 ? null : (int)value),
    ];

    private UInt128 _found;

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable =>
        KeyedFields<ProcessSched>.Unavailable(s_fields, _found, _ => UnavailableReason.NotOnThisKernel);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static ProcessSched Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var sched = new ProcessSched
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        int ruler = text.IndexOf(Ruler);
        if (ruler < 0 || !sched.SetTask(text[..ruler]))
        {
            throw source.Malformed(1, ruler < 0 ? text : text[..ruler], "a name, an id and a number of threads, and a line below");
        }

        var additional = new Dictionary<string, string>();
        int linesBefore = text[..ruler].Count((byte)'\n') + 1;
        var lines = new LineScanner(text[(ruler + 1)..]);
        lines.Next();
        while (lines.Next())
        {
            if (!sched.Set(lines.Line, source, additional, out string? expected))
            {
                source.Report(source.Malformed(linesBefore + lines.Number, lines.Line, expected ?? "a key and a value"));
            }
        }

        sched.Additional = additional;
        return sched;
    }

    // "name (4242, #threads: 1)", where the name may hold anything
    private bool SetTask(ReadOnlySpan<byte> header)
    {
        int open = header.LastIndexOf(" ("u8);
        if (open < 0)
        {
            return false;
        }

        Comm = LosslessText.Decode(header[..open]);
        ReadOnlySpan<byte> rest = header[(open + 2)..];
        ReadOnlySpan<byte> between = ", #threads: "u8;
        int comma = rest.IndexOf(between);
        if (comma < 0
            || !rest.EndsWith(")"u8)
            || !Number.TryInt32(rest[..comma], out int threadId)
            || !Number.TryInt32(rest[(comma + between.Length)..^1], out int threads))
        {
            return false;
        }

        ThreadId = threadId;
        Threads = threads;
        return true;
    }

    private bool Set(ReadOnlySpan<byte> line, ProcSource source, Dictionary<string, string> additional, out string? expected)
    {
        expected = null;
        int colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return AddNuma(line, additional);
        }

        ReadOnlySpan<byte> key = line[..colon].TrimEnd((byte)' ');
        ReadOnlySpan<byte> value = line[(colon + 1)..].Trim((byte)' ');

        // Kernels before 5.16 name the statistics so.
        ReadOnlySpan<byte> old = "se.statistics."u8;
        ReadOnlySpan<byte> known = key.StartsWith(old) ? key[old.Length..] : key;
        for (int i = 0; i < s_fields.Length; i++)
        {
            if (known.SequenceEqual(s_fields[i].Key))
            {
                expected = s_fields[i].Expected;
                _found |= UInt128.One << i;
                return s_fields[i].Set(this, value, source);
            }
        }

        additional[LosslessText.Decode(key)] = LosslessText.Decode(value);
        return !key.IsEmpty;
    }

    // "current_node=0, numa_group_id=0" and "numa_faults node=0 task_private=0 ..."
    private static bool AddNuma(ReadOnlySpan<byte> line, Dictionary<string, string> additional)
    {
        string text = LosslessText.Decode(line);
        if (text.StartsWith("numa_faults ", StringComparison.Ordinal))
        {
            string[] words = text.Split(' ', 3);
            additional[$"{words[0]} {words[1]}"] = words.Length < 3 ? "" : words[2];
            return true;
        }

        foreach (string part in text.Split(", "))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                return false;
            }

            additional[part[..equals]] = part[(equals + 1)..];
        }

        return true;
    }

    private static KeyedFields<ProcessSched>.Field Int64(
        string key,
        Action<ProcessSched, long> set,
        [SetterText(nameof(set))] string setter = "") =>
        FieldsOf<ProcessSched>.Int64(key, set, setter);

    private static KeyedFields<ProcessSched>.Field Nanoseconds(
        string key,
        Action<ProcessSched, TimeSpan> set,
        [SetterText(nameof(set))] string setter = "") =>
        Int64(key, (sched, value) => set(sched, new TimeSpan(value / TimeSpan.NanosecondsPerTick)), setter);

    /// <summary>A time in milliseconds with six digits behind the point.</summary>
    private static KeyedFields<ProcessSched>.Field Time(
        string key,
        Action<ProcessSched, TimeSpan> set,
        [SetterText(nameof(set))] string setter = "") => new(key, "a time in ms", setter, (sched, value, _) =>
    {
        int point = value.IndexOf((byte)'.');
        if (point < 0
            || value.Length - point - 1 != FractionDigits
            || !Number.TryInt64(value[..point], out long milliseconds)
            || !Number.TryInt64(value[(point + 1)..], out long nanoseconds))
        {
            return false;
        }

        long ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        set(sched, new TimeSpan((milliseconds * TimeSpan.TicksPerMillisecond) + (value[0] == '-' ? -ticks : ticks)));
        return true;
    });
}
