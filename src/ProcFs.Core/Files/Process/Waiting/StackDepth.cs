using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/stack_depth</c>: how much of the kernel stack system calls of the process use, on kernels that erase it behind them. Source:
/// proc_stack_depth in fs/proc/base.c (CONFIG_STACKLEAK_METRICS).
/// </summary>
public sealed class StackDepth : IRecord<StackDepth>
{
    private static readonly KeyedFields<StackDepth> s_fields = new(
        FieldsOf<StackDepth>.Int64("previous stack depth", (depth, value) => depth.Previous = value),
        FieldsOf<StackDepth>.Int64("stack depth", (depth, value) => depth.Current = value));

    private StackDepth()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The deepest use in the system call before the last one, in bytes.</summary>
    public long? Previous { get; private set; }

    /// <summary>The deepest use in the last system call, in bytes.</summary>
    public long? Current { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = null!;

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => KeyText.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static StackDepth Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var depth = new StackDepth { ProcessId = source.ProcessId ?? 0, ProcessName = source.ProcessName ?? "" };
        depth.Additional = s_fields.Read(text, depth, source);
        return depth;
    }
}
