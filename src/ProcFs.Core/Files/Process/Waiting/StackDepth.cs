using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/stack_depth</c>: the kernel stack use of system calls of the process, on kernels that erase the stack afterwards. Source:
/// proc_stack_depth in fs/proc/base.c (CONFIG_STACKLEAK_METRICS).
/// </summary>
[Fields]
public sealed partial class StackDepth : IRecord<StackDepth>
{
    private StackDepth()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The maximum stack use in the system call before the last one, in bytes.</summary>
    [Key("previous stack depth")] [Unit(Unit.Bytes)] public long? Previous { get; private set; }

    /// <summary>The maximum stack use in the last system call, in bytes.</summary>
    [Key("stack depth")] [Unit(Unit.Bytes)] public long? Current { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(StackDepth),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 20),
        new(nameof(Previous), 9),
        new(nameof(Current), 9));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Parses the text of the file.</summary>
    public static StackDepth Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var depth = new StackDepth { ProcessId = source.ProcessId ?? 0, ProcessName = source.ProcessName ?? "" };
        KeyValues.Read(text, depth, source);
        return depth;
    }
}
