using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A short description of a process for completion: id, name, command line.</summary>
public sealed class ProcessSummary
{
    private ProcessSummary(int processId, string name, string commandLine)
    {
        ProcessId = processId;
        Name = name;
        CommandLine = commandLine;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public string Name { get; }

    /// <summary>The arguments with spaces between them, for display; the name if there are none.</summary>
    public string CommandLine { get; }

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>The selected processes.</summary>
    public static IEnumerable<Outcome<ProcessSummary>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessSummary>(selection, "comm", ReadOne, summary, cancellation);

    /// <summary>All processes that can be read.</summary>
    public static IEnumerable<ProcessSummary> ReadAll(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var scope = new ReadScope();
        foreach (int id in root.EnumerateProcessIds())
        {
            using var process = ProcessDirectory.Open(root, id, scope, out _);
            if (process is not null && Summarize(process) is { } summary)
            {
                yield return summary;
            }
        }
    }

    private static Errno ReadOne(ProcessDirectory process, Action<ProcessSummary> emit)
    {
        if (Summarize(process) is not { } summary)
        {
            return Errno.ENOENT;
        }

        emit(summary);
        return Errno.None;
    }

    private static ProcessSummary? Summarize(ProcessDirectory process)
    {
        if (ProcessIdentity.ReadName(process) is not { } name)
        {
            return null;
        }

        bool hasArguments = process.Read("cmdline\0"u8, out ReadOnlySpan<byte> text) == Errno.None && !text.IsEmpty;
        return new ProcessSummary(process.ProcessId, name, hasArguments ? string.Join(' ', ProcFs.CommandLine.Parse(text)) : name);
    }
}
