using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A process that holds a socket, and the descriptor.</summary>
/// <param name="processId">The process.</param>
/// <param name="processName">The full name of that process.</param>
/// <param name="number">The descriptor number.</param>
public sealed class SocketOwner(int processId, string processName, int number)
{
    /// <summary>The process.</summary>
    public int ProcessId { get; } = processId;

    /// <summary>The full name of that process.</summary>
    public string ProcessName { get; } = processName;

    /// <summary>The descriptor number.</summary>
    public int Number { get; } = number;

    internal static View View => new(
        typeof(SocketOwner),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Number), 5) { Label = "Fd" });

    /// <summary>The process, the descriptor and the name: <c>4242:7 nginx</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{ObjectKey.OfPart(ProcessId, Number)} {ProcessName}".TrimEnd());
}
