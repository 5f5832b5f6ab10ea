using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/personality</c>: the execution domain of a program and its compatibility flags. Source: personality(2),
/// include/uapi/linux/personality.h.
/// </summary>
public sealed class ProcessPersonality : IRecord<ProcessPersonality>
{
    private const uint DomainMask = 0xFF;

    private ProcessPersonality()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The number, which combines both.</summary>
    [Unit(Unit.Hex)] public required uint Value { get; init; }

    /// <summary>The execution domain.</summary>
    public PersonalityDomain Domain => (PersonalityDomain)(Value & DomainMask);

    /// <summary>The compatibility flags.</summary>
    public PersonalityFlags Flags => (PersonalityFlags)(Value & ~DomainMask);

    internal static View View => new(
        typeof(ProcessPersonality),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Value), 8),
        new(nameof(Domain), 8),
        new(nameof(Flags)));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Parses the text of the file.</summary>
    /// <exception cref="ProcException">The line does not have the format of the file.</exception>
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
