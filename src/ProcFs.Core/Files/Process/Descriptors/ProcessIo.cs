using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/io</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/io</c>: the I/O statistics of a process or thread. Values are bytes or numbers of
/// calls; a value that this kernel does not have is null. Source: proc_pid_io(5).
/// </summary>
[Fields]
public sealed partial class ProcessIo : IRecord<ProcessIo>
{
    private ProcessIo()
    {
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The id of the thread, if read for one; null for the process, which sums up its threads.</summary>
    public int? ThreadId { get; private set; }

    /// <summary>The full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The start time; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>Bytes returned by calls such as read(2), including those from caches, pipes and terminals: <c>rchar</c>.</summary>
    [Key("rchar")] [Unit(Unit.Bytes)] public long? ReadChars { get; private set; }

    /// <summary>Bytes passed to calls such as write(2): <c>wchar</c>.</summary>
    [Key("wchar")] [Unit(Unit.Bytes)] public long? WriteChars { get; private set; }

    /// <summary>The number of calls such as read(2): <c>syscr</c>.</summary>
    [Key("syscr")] public long? ReadCalls { get; private set; }

    /// <summary>The number of calls such as write(2): <c>syscw</c>.</summary>
    [Key("syscw")] public long? WriteCalls { get; private set; }

    /// <summary>Bytes read from storage: <c>read_bytes</c>.</summary>
    [Key("read_bytes")] [Unit(Unit.Bytes)] public long? ReadBytes { get; private set; }

    /// <summary>Bytes written to storage, now or later: <c>write_bytes</c>.</summary>
    [Key("write_bytes")] [Unit(Unit.Bytes)] public long? WriteBytes { get; private set; }

    /// <summary>Bytes counted as written that never will be, because the file was truncated or deleted first: <c>cancelled_write_bytes</c>.</summary>
    [Key("cancelled_write_bytes")] [Unit(Unit.Bytes)] public long? CancelledWriteBytes { get; private set; }

    /// <summary>Keys unknown to this version.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessIo),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(ReadBytes), 10),
        new(nameof(WriteBytes), 10),
        new(nameof(CancelledWriteBytes), 10) { Label = "Cancelled" },
        new(nameof(ReadChars), 10),
        new(nameof(WriteChars), 10),
        new(nameof(ReadCalls), 12),
        new(nameof(WriteCalls), 12));

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Parses the text of the file.</summary>
    public static ProcessIo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var io = new ProcessIo
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        KeyValues.Read(text, io, source);
        return io;
    }
}
