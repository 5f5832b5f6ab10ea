using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/arch_status</c>: processor-specific state. Source: Documentation/filesystems/proc.rst, arch/x86/kernel/fpu/xstate.c.
/// </summary>
[Fields]
public sealed partial class ProcessArchStatus : IRecord<ProcessArchStatus>
{
    private ProcessArchStatus()
    {
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The start time; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>Time since the last recorded use of AVX-512; null if it was never used, or the processor does not have it: <c>AVX512_elapsed_ms</c>.</summary>
    [Key("AVX512_elapsed_ms", Scale.Milliseconds, Parser = nameof(TryElapsed))] [Unit(Unit.Duration)] public TimeSpan? Avx512Elapsed { get; private set; }

    /// <summary>Keys unknown to this version.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessArchStatus),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Avx512Elapsed), 14),
        new(nameof(Additional)));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Parses the text of the file.</summary>
    public static ProcessArchStatus Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var status = new ProcessArchStatus
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        KeyValues.Read(text, status, source);
        return status;
    }

    // -1: never.
    private static bool TryElapsed(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? elapsed)
    {
        bool parsed = Value.TryMilliseconds(value, source, out TimeSpan time);
        elapsed = time < TimeSpan.Zero ? null : time;
        return parsed;
    }
}
