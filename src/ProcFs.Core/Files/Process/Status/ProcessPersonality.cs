using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/personality</c>: for which system a program was written, and what the kernel does differently for it.
/// Source: personality(2), include/uapi/linux/personality.h.
/// </summary>
public sealed class ProcessPersonality : IRecord<ProcessPersonality>
{
    private const uint DomainMask = 0xFF;

    private ProcessPersonality()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Its full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>When it started; null where that cannot be known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The number, which holds both.</summary>
    [Unit(Unit.Hex)] public required uint Value { get; init; }

    /// <summary>The system that the program was written for.</summary>
    public PersonalityDomain Domain => (PersonalityDomain)(Value & DomainMask);

    /// <summary>What the kernel does differently.</summary>
    public PersonalityFlags Flags => (PersonalityFlags)(Value & ~DomainMask);

    internal static View View => new(
        typeof(ProcessPersonality),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Value), 8),
        new(nameof(Domain), 8),
        new(nameof(Flags)));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The line is not of the file's form.</exception>
    public static ProcessPersonality Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        if (!Number.TryHex(line, out ulong value) || value > uint.MaxValue)
        {
            throw source.Malformed(1, line, "a hexadecimal number");
        }

        return new ProcessPersonality
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
            Value = (uint)value,
        };
    }
}
