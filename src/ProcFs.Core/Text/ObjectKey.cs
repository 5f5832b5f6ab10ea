using System.Globalization;

namespace ProcFs.Text;

/// <summary>The key of an object among others of its type, on one line: the text by which objects are compared and grouped.</summary>
/// <remarks>
/// A cmdlet that takes paths from the pipeline converts an object without a path to this text. A name chosen by a process must not lead anywhere then: the engine
/// resolves ".." in a path before it checks whether the folders exist, and takes the text before a colon for a drive.
/// </remarks>
internal static class ObjectKey
{
    /// <summary>A process: <c>1234 sshd</c>.</summary>
    public static string OfProcess(int processId, string? name) => $"{Number(processId)} {WithoutSteps(name)}".TrimEnd();

    /// <summary>A thread: <c>1234/1240 sshd</c>; without a thread id, the process.</summary>
    public static string OfThread(int processId, int? threadId, string? name) => threadId is { } thread
        ? $"{Number(processId)}/{Number(thread)} {WithoutSteps(name)}".TrimEnd()
        : OfProcess(processId, name);

    /// <summary>A part of a process: <c>1234:5</c>, with its target: <c>1234:5 -> /var/log/x</c>.</summary>
    public static string OfPart(int processId, string part, string? target = null) =>
        DisplayText.Escape(string.IsNullOrEmpty(target) ? $"{Number(processId)}:{part}" : $"{Number(processId)}:{part} -> {target}");

    /// <inheritdoc cref="OfPart(int, string, string?)"/>
    public static string OfPart(int processId, int part, string? target = null) => OfPart(processId, Number(part), target);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WithoutSteps(string? name) =>
        DisplayText.Escape(name ?? "").Replace("/..", @"/.\x2e", StringComparison.Ordinal).Replace(@"\..", @"\.\x2e", StringComparison.Ordinal);
}
