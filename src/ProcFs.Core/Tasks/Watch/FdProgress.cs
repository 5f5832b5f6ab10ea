using ProcFs.Text;

namespace ProcFs;

/// <summary>How far a process is in the file that it moves through fastest.</summary>
public sealed class FdProgress
{
    internal FdProgress(int processId, string processName, bool hasEnded, FdChange? file)
    {
        ProcessId = processId;
        ProcessName = processName;
        HasEnded = hasEnded;
        File = file;
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; }

    /// <summary>Its full name.</summary>
    public string ProcessName { get; }

    /// <summary>Whether the process has ended: nothing follows of it then.</summary>
    public bool HasEnded { get; }

    /// <summary>
    /// The file, as <see cref="FdChangeKind.Advanced"/>: of those whose share is known the one that moves fastest, else of all. While
    /// none moves, the one that moved last; null where none has moved yet.
    /// </summary>
    public FdChange? File { get; }

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);
}
