using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the text of the file.</content>
public sealed partial class ProcessSched
{
    // Longer than any task name, so that no name can contain it.
    private static ReadOnlySpan<byte> Ruler => "\n----------------------------------------"u8;

    /// <summary>Parses the text of the file.</summary>
    /// <exception cref="ProcException">The text lacks its header lines.</exception>
    public static ProcessSched Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var sched = new ProcessSched
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        int ruler = text.IndexOf(Ruler);
        if (ruler < 0 || !sched.SetTask(text[..ruler].TrimEnd((byte)'\n')))
        {
            throw source.Malformed(1, ruler < 0 ? text : text[..ruler], "a name, an id and a number of threads, and a line below");
        }

        var lines = new LineScanner(text[(ruler + 1)..]);
        lines.Next();
        sched.Read(ref lines, source);
        return sched;
    }

    // "name (4242, #threads: 1)", where the name can contain anything
    private bool SetTask(ReadOnlySpan<byte> header)
    {
        int open = header.LastIndexOf(" ("u8);
        if (open < 0)
        {
            return false;
        }

        Comm = LosslessText.Decode(header[..open]);
        ReadOnlySpan<byte> rest = header[(open + 2)..];
        ReadOnlySpan<byte> between = ", #threads: "u8;
        int comma = rest.IndexOf(between);
        if (comma < 0
            || !rest.EndsWith(")"u8)
            || !Number.TryInt32(rest[..comma], out int threadId)
            || !Number.TryInt32(rest[(comma + between.Length)..^1], out int threads))
        {
            return false;
        }

        ThreadId = threadId;
        Threads = threads;
        return true;
    }

    private void Read(ref LineScanner lines, ProcSource source)
    {
        IFields fields = this;
        KeyTable keys = fields.Keys;
        int expected = 0;
        while (lines.Next())
        {
            if (!lines.Line.IsEmpty && !KeyValues.TryReadLine(lines.Line, fields, in keys, ref expected, source))
            {
                KeepNuma(lines.Line, fields, source);
            }
        }
    }

    // "current_node=0, numa_group_id=0" and "numa_faults node=0 task_private=0 ..."
    private static void KeepNuma(ReadOnlySpan<byte> line, IFields fields, ProcSource source)
    {
        if (line.StartsWith("numa_faults "u8))
        {
            var words = new FieldScanner(line);
            words.Next();
            words.Next();
            fields.Keep(line[..^words.Rest.Length], Value.Trim(words.Rest), source);
            return;
        }

        var parts = new FieldScanner(line);
        while (!parts.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> part = Value.Trim(parts.NextUntil((byte)','));
            int equals = part.IndexOf((byte)'=');
            fields.Keep(equals < 0 ? part : part[..equals], equals < 0 ? default : part[(equals + 1)..], source);
        }
    }

    // -1: none.
    private static bool TryNode(ReadOnlySpan<byte> value, ProcSource source, out int? node)
    {
        bool parsed = Number.TryInt32(value, out int number);
        node = number < 0 ? null : number;
        return parsed;
    }
}
