using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/arch_status</c>: state that only some processors have. Source: Documentation/filesystems/proc.rst,
/// arch/x86/kernel/fpu/xstate.c.
/// </summary>
[Fields]
public sealed partial class ProcessArchStatus : IRecord<ProcessArchStatus>
{
    private ProcessArchStatus()
    {
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Its full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>When it started; null where that cannot be known.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>
    /// Time since the registers of AVX-512 were last seen in use; null where that never was, or the processor has none: <c>AVX512_elapsed_ms</c>.
    /// </summary>
    [Key("AVX512_elapsed_ms", Scale.Milliseconds, Parser = nameof(TryElapsed))] [Unit(Unit.Duration)] public TimeSpan? Avx512Elapsed { get; private set; }

    /// <summary>Keys that this version does not know.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessArchStatus),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Avx512Elapsed), 14),
        new(nameof(Additional)));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
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

    // -1 stands for never.
    private static bool TryElapsed(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? elapsed)
    {
        bool parsed = Value.TryMilliseconds(value, source, out TimeSpan time);
        elapsed = time < TimeSpan.Zero ? null : time;
        return parsed;
    }
}
