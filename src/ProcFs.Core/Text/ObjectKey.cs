using System.Globalization;

namespace ProcFs.Text;

/// <summary>What tells an object from others of its type, in one line: the text by which objects are compared and grouped.</summary>
/// <remarks>
/// A command that takes paths from the pipeline converts an object that has none to this text. A name that the process chose must not lead
/// anywhere then: the engine takes steps of two dots out of a path before it looks whether the folders exist, and what stands before a colon for a drive.
/// </remarks>
internal static class ObjectKey
{
    /// <summary>A process: <c>1234 sshd</c>.</summary>
    public static string OfProcess(int processId, string? name) => $"{Number(processId)} {WithoutSteps(name)}".TrimEnd();

    /// <summary>A thread: <c>1234/1240 sshd</c>; without its id the process.</summary>
    public static string OfThread(int processId, int? threadId, string? name) => threadId is { } thread
        ? $"{Number(processId)}/{Number(thread)} {WithoutSteps(name)}".TrimEnd()
        : OfProcess(processId, name);

    /// <summary>A part of a process: <c>1234:5</c>, and what it leads to: <c>1234:5 -> /var/log/x</c>.</summary>
    public static string OfPart(int processId, string part, string? target = null) =>
        DisplayText.Escape(string.IsNullOrEmpty(target) ? $"{Number(processId)}:{part}" : $"{Number(processId)}:{part} -> {target}");

    /// <inheritdoc cref="OfPart(int, string, string?)"/>
    public static string OfPart(int processId, int part, string? target = null) => OfPart(processId, Number(part), target);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WithoutSteps(string? name) =>
        DisplayText.Escape(name ?? "").Replace("/..", @"/.\x2e", StringComparison.Ordinal).Replace(@"\..", @"\.\x2e", StringComparison.Ordinal);
}
