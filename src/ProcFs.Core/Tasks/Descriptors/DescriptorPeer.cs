using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A descriptor, of any process, on the same pipe, socket, eventfd or pseudoterminal as another one, or on its other end.</summary>
public sealed class DescriptorPeer
{
    internal DescriptorPeer()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of that process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The descriptor number.</summary>
    public required int Number { get; init; }

    /// <summary>The access mode; null if it is unknown.</summary>
    public required FileDescriptorAccess? Access { get; init; }

    /// <summary>
    /// Whether it is the other end: it reads what is written here or the reverse. False for a descriptor on the same end, which was inherited, duplicated or sent to
    /// the process.
    /// </summary>
    public bool IsOtherEnd { get; internal init; }

    internal static View View => new(
        typeof(DescriptorPeer),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Number), 5) { Label = "Fd" },
        new(nameof(Access), 9),
        new(nameof(IsOtherEnd), 10));

    /// <summary>The process, the descriptor and the name: <c>4242:7 nginx</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{ObjectKey.OfPart(ProcessId, Number)} {ProcessName}".TrimEnd());

    /// <summary>The same descriptor, as seen from another one.</summary>
    internal DescriptorPeer As(bool isOtherEnd) => new()
    {
        ProcessId = ProcessId,
        ProcessName = ProcessName,
        Number = Number,
        Access = Access,
        IsOtherEnd = isOtherEnd,
    };
}
