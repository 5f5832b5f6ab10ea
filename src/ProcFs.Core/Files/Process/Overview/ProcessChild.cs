using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an entry of <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/children</c>: a child process that the thread created. The list can be incomplete if others end
/// meanwhile. Source: proc_tid_children(5), fs/proc/array.c.
/// </summary>
public sealed class ProcessChild : ITable<ProcessChild>
{
    private const string Form = "process ids";

    private ProcessChild()
    {
    }

    /// <summary>The id of the child.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the child; null if it has ended.</summary>
    public required string? ProcessName { get; init; }

    /// <summary>The start time of the child; null if it has ended, or the boot time is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The process that created it.</summary>
    public required int ParentProcessId { get; init; }

    /// <summary>The thread that created it.</summary>
    public required int ParentThreadId { get; init; }

    internal static View View => new(
        typeof(ProcessChild),
        new(nameof(ProcessId), 9) { IsKey = true },
        new(nameof(ProcessName), 24) { IsKey = true },
        new(nameof(StartTime), 19),
        new(nameof(ParentProcessId), 15),
        new(nameof(ParentThreadId), 14));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    static string IRow<ProcessChild>.NameOf(ProcessChild row) => $"{row.ProcessId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ProcessChild, bool> emit)
    {
        ProcessDirectory thread = source.RequireProcess();
        ReadOnlySpan<byte> text = source.ReadAll(thread.Scope.File);
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (!ReadLine(lines.Line, lines.Number, source, thread, emit))
            {
                return;
            }
        }
    }

    private static bool ReadLine(ReadOnlySpan<byte> line, int number, ProcSource source, ProcessDirectory thread, Func<ProcessChild, bool> emit)
    {
        var ids = new FieldScanner(line);
        for (ReadOnlySpan<byte> id = ids.Next(); !id.IsEmpty; id = ids.Next())
        {
            if (!Number.TryInt32(id, out int processId))
            {
                source.Report(source.Malformed(number, id, Form));
            }
            else if (!emit(Of(processId, thread)))
            {
                return false;
            }
        }

        return true;
    }

    private static ProcessChild Of(int processId, ProcessDirectory thread)
    {
        using var child = ProcessDirectory.Open(thread.Root, processId, thread.Scope, out Errno _);
        return new ProcessChild
        {
            ProcessId = processId,
            ProcessName = child?.Identity?.Name,
            StartTime = child?.Identity?.StartTime,
            ParentProcessId = thread.ProcessId,
            ParentThreadId = thread.ThreadId ?? thread.ProcessId,
        };
    }
}
