using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/cpu</c> of Linux 2.4: the time that the process spent on each CPU. Source: proc_pid_cpu() of fs/proc/array.c in Linux 2.4.
/// </summary>
[Fields]
public sealed partial class ProcessCpuTime : ILine<ProcessCpuTime>, IRow<ProcessCpuTime>
{
    private ProcessCpuTime()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of the CPU; null for all together.</summary>
    public required int? Cpu { get; init; }

    /// <summary>The time in user mode.</summary>
    [Field(1, Scale.Ticks), Unit(Unit.Duration)] public TimeSpan? UserTime { get; private set; }

    /// <summary>The time in the kernel.</summary>
    [Field(2, Scale.Ticks), Unit(Unit.Duration)] public TimeSpan? SystemTime { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<ProcessCpuTime>.Form => "a CPU and two times";

    internal static View View => new(
        typeof(ProcessCpuTime),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Cpu), 4),
        new(nameof(UserTime), 12),
        new(nameof(SystemTime), 12));

    /// <summary>The process and the CPU: <c>1234:cpu0</c>.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"cpu{Cpu}");

    static string IRow<ProcessCpuTime>.NameOf(ProcessCpuTime row) => $"cpu{row.Cpu}";

    /// <inheritdoc/>
    public static ProcessCpuTime? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // "cpu  12 3", "cpu0 12 3"
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        bool isOne = Number.TryInt32(name.StartsWith("cpu"u8) ? name[3..] : default, out int cpu);
        var time = new ProcessCpuTime { ProcessId = source.ProcessId ?? 0, ProcessName = source.ProcessName ?? "", Cpu = isOne ? cpu : null };
        return (isOne || name.SequenceEqual("cpu"u8)) && Lines.ReadFields(words.Rest, time, source, 2) ? time : null;
    }
}
