using ProcFs.Text;

namespace ProcFs;

/// <summary>The progress of a process through the file in which it moves fastest.</summary>
public sealed class FdProgress
{
    internal FdProgress(int processId, string processName, bool hasEnded, FdChange? file)
    {
        ProcessId = processId;
        ProcessName = processName;
        HasEnded = hasEnded;
        File = file;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name.</summary>
    public string ProcessName { get; }

    /// <summary>Whether the process has ended, so that there will be no further progress.</summary>
    public bool HasEnded { get; }

    /// <summary>
    /// The file, as <see cref="FdChangeKind.Advanced"/>: the fastest one with a known percentage, otherwise the fastest of all. While none moves, the one that
    /// moved last; null if none has moved yet.
    /// </summary>
    public FdChange? File { get; }

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);
}
