using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/io</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/io</c>: what has been read and written so far. All are bytes or
/// numbers of calls; what this kernel does not give is null. Source: proc_pid_io(5).
/// </summary>
[Fields]
public sealed partial class ProcessIo : IRecord<ProcessIo>
{
    private ProcessIo()
    {
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The thread, where it is read of one; null for the process, whose threads are summed up.</summary>
    public int? ThreadId { get; private set; }

    /// <summary>Its full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>When it started; null where that cannot be known.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>Bytes that calls such as read(2) gave, from caches, pipes and terminals too: <c>rchar</c>.</summary>
    [Key("rchar")] [Unit(Unit.Bytes)] public long? ReadChars { get; private set; }

    /// <summary>Bytes that calls such as write(2) took: <c>wchar</c>.</summary>
    [Key("wchar")] [Unit(Unit.Bytes)] public long? WriteChars { get; private set; }

    /// <summary>How many calls such as read(2) there were: <c>syscr</c>.</summary>
    [Key("syscr")] public long? ReadCalls { get; private set; }

    /// <summary>How many calls such as write(2) there were: <c>syscw</c>.</summary>
    [Key("syscw")] public long? WriteCalls { get; private set; }

    /// <summary>Bytes fetched from storage: <c>read_bytes</c>.</summary>
    [Key("read_bytes")] [Unit(Unit.Bytes)] public long? ReadBytes { get; private set; }

    /// <summary>Bytes sent to storage, now or later: <c>write_bytes</c>.</summary>
    [Key("write_bytes")] [Unit(Unit.Bytes)] public long? WriteBytes { get; private set; }

    /// <summary>Bytes that were to be written but never were, since the file was truncated or deleted: <c>cancelled_write_bytes</c>.</summary>
    [Key("cancelled_write_bytes")] [Unit(Unit.Bytes)] public long? CancelledWriteBytes { get; private set; }

    /// <summary>Keys that this version does not know.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Reads the file's text.</summary>
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
