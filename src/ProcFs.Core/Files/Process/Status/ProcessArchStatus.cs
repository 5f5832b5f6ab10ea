using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/arch_status</c>: state that only some processors have. Source: Documentation/filesystems/proc.rst,
/// arch/x86/kernel/fpu/xstate.c.
/// </summary>
public sealed class ProcessArchStatus : IRecord<ProcessArchStatus>
{
    private static readonly KeyedFields<ProcessArchStatus> s_fields = new(
        new KeyedFields<ProcessArchStatus>.Field("AVX512_elapsed_ms", "a number of milliseconds, or -1", SetAvx512));

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
    public TimeSpan? Avx512Elapsed { get; private set; }

    /// <summary>Keys that this version does not know.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = null!;

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => KeyText.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static ProcessArchStatus Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var status = new ProcessArchStatus
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        status.Additional = s_fields.Read(text, status, source);
        return status;
    }

    private static bool SetAvx512(ProcessArchStatus status, ReadOnlySpan<byte> value, ProcSource source)
    {
        bool parsed = Number.TryInt64(value, out long milliseconds) && milliseconds < TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond;
        status.Avx512Elapsed = parsed && milliseconds >= 0 ? new TimeSpan(milliseconds * TimeSpan.TicksPerMillisecond) : null;
        return parsed;
    }
}
