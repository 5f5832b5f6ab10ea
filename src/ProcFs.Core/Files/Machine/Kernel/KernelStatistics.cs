using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/stat</c>: the statistics of the kernel since boot. Source: proc_stat(5), show_stat() of fs/proc/stat.c.</summary>
[Fields]
public sealed partial class KernelStatistics : IRecord<KernelStatistics>
{
    private static readonly string[] s_softInterrupts = ["HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"];

    private KernelStatistics()
    {
    }

    /// <summary>The times of all CPUs together; null if the file has no such line.</summary>
    public CpuTimes? Cpu { get; private set; }

    /// <summary>The times of each online CPU.</summary>
    public CpuTimes[] Cpus { get; private set; } = [];

    /// <summary>The number of interrupts, including those internal to the processor.</summary>
    [Key("intr", Parser = nameof(TryFirst))] public long? Interrupts { get; private set; }

    /// <summary>The number of interrupts by line, without lines that never had one.</summary>
    [Key("intr", Parser = nameof(TryLines))] public IReadOnlyDictionary<int, long>? InterruptsByLine { get; private set; }

    /// <summary>The number of context switches on all CPUs.</summary>
    [Key("ctxt")] public long? ContextSwitches { get; private set; }

    /// <summary>The boot time, to a second.</summary>
    [Key("btime", Scale.UnixTime)] public DateTimeOffset? BootTime { get; private set; }

    /// <summary>The number of processes and threads created.</summary>
    [Key("processes")] public long? ProcessesCreated { get; private set; }

    /// <summary>The number of threads that are running or ready to run (since 2.5.45).</summary>
    [Key("procs_running")] public long? RunnableThreads { get; private set; }

    /// <summary>The number of threads that are blocked waiting for I/O (since 2.5.45).</summary>
    [Key("procs_blocked")] public long? BlockedThreads { get; private set; }

    /// <summary>The number of softirqs (since 2.6.31).</summary>
    [Key("softirq", Parser = nameof(TryFirst))] public long? SoftInterrupts { get; private set; }

    /// <summary>The number of softirqs by kind, with the names of <c>softirqs</c> (since 2.6.31).</summary>
    [Key("softirq", Parser = nameof(TryKinds))] public IReadOnlyDictionary<string, long>? SoftInterruptsByKind { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(KernelStatistics),
        new(nameof(BootTime), 19),
        new(nameof(ContextSwitches), 15),
        new(nameof(Interrupts), 12),
        new(nameof(ProcessesCreated), 16),
        new(nameof(RunnableThreads), 15),
        new(nameof(BlockedThreads), 14));

    /// <summary>The busy and idle time of the CPUs: <c>busy 00:30:58.10, idle 01:01:10.00</c>.</summary>
    public override string ToString() => $"busy {Display.Span(Cpu?.Busy)}, idle {Display.Span(Cpu?.Idle)}";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static KernelStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new KernelStatistics();
        var cpus = new List<CpuTimes>();
        KeyTable keys = ((IFields)statistics).Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (CpuOf(lines.Line, source) is { } cpu)
            {
                cpus.Add(cpu);
            }
            else if (!lines.Line.IsEmpty && !KeyValues.TryReadLine(lines.Line, statistics, in keys, ref expected, source, KeyValues.Blank))
            {
                ((IFields)statistics).Keep(lines.Line, default, source);
            }
        }

        statistics.Cpu = cpus.Find(cpu => cpu.Cpu is null);
        statistics.Cpus = [.. cpus.Where(cpu => cpu.Cpu is not null)];
        return statistics;
    }

    // "cpu 1 2" for all CPUs, "cpu0 1 2" for one.
    private static CpuTimes? CpuOf(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        int cpu = 0;
        bool isCpu = name.StartsWith("cpu"u8) && (name.Length == 3 || Number.TryInt32(name[3..], out cpu));
        return isCpu ? CpuTimes.Parse(name.Length == 3 ? null : cpu, words.Rest, source) : null;
    }

    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? count)
    {
        bool parsed = Value.TryRead(new FieldScanner(value).Next(), source, out long number);
        count = number;
        return parsed;
    }

    private static bool TryLines(ReadOnlySpan<byte> value, ProcSource source, out IReadOnlyDictionary<int, long>? counts)
    {
        var byLine = new Dictionary<int, long>();
        counts = byLine;
        var words = new FieldScanner(value);
        words.Next();
        int line = 0;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!Value.TryRead(word, source, out long count))
            {
                return false;
            }

            if (count != 0)
            {
                byLine[line] = count;
            }

            line++;
        }

        return true;
    }

    private static bool TryKinds(ReadOnlySpan<byte> value, ProcSource source, out IReadOnlyDictionary<string, long>? counts)
    {
        bool parsed = Value.TryRead(value[new FieldScanner(value).Next().Length..], source, out long[] numbers);
        var byKind = new Dictionary<string, long>();
        for (int i = 0; i < numbers.Length; i++)
        {
            byKind[i < s_softInterrupts.Length ? s_softInterrupts[i] : $"+{i - s_softInterrupts.Length + 1}"] = numbers[i];
        }

        counts = byKind;
        return parsed;
    }
}
