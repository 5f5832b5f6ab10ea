using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/latency</c>: a place in the kernel where the process had to wait, and the wait time. The kernel records it while
/// <c>kernel.latencytop</c> is 1. Source: kernel/latencytop.c, fs/proc/base.c.
/// </summary>
public sealed class LatencyRecord : ITable<LatencyRecord>
{
    private const string Form = "a count, two times and functions of the kernel";

    private LatencyRecord()
    {
    }

    /// <summary>The process that waited.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of waits there.</summary>
    public required int Count { get; init; }

    /// <summary>The total wait time.</summary>
    [Unit(Unit.Duration)] public required TimeSpan TotalTime { get; init; }

    /// <summary>The longest wait time.</summary>
    [Unit(Unit.Duration)] public required TimeSpan LongestTime { get; init; }

    /// <summary>The call chain of kernel functions, innermost first; a function of a module is followed by its name, as in <c>nfs_wait [nfs]</c>.</summary>
    public required string[] Stack { get; init; }

    /// <summary>The innermost function, without its module.</summary>
    public string Function => Stack.Length == 0 ? "" : Stack[0].Split(' ')[0];

    internal static View View => new(
        typeof(LatencyRecord),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Count), 8),
        new(nameof(TotalTime), 12) { Label = "Total" },
        new(nameof(LongestTime), 12) { Label = "Longest" },
        new(nameof(Stack)));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Function);

    static string IRow<LatencyRecord>.NameOf(LatencyRecord row) => row.Function;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<LatencyRecord, bool> emit) =>
        Lines.ReadBelow(source, "Latency Top version"u8, static (line, _, from) => Parse(line, from), Form, emit);

    private static LatencyRecord? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        if (!fields.TryInt32(out int count)
            || !Value.TryMicroseconds(fields.Next(), source, out TimeSpan total)
            || !Value.TryMicroseconds(fields.Next(), source, out TimeSpan longest))
        {
            return null;
        }

        return new LatencyRecord
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Count = count,
            TotalTime = total,
            LongestTime = longest,
            Stack = StackOf(ref fields, source),
        };
    }

    private static string[] StackOf(ref FieldScanner fields, ProcSource source)
    {
        var stack = new List<string>();
        for (ReadOnlySpan<byte> word = fields.Next(); !word.IsEmpty; word = fields.Next())
        {
            string text = source.Intern(word);
            if (text[0] == '[' && stack.Count > 0)
            {
                stack[^1] = $"{stack[^1]} {text}";
            }
            else
            {
                stack.Add(text);
            }
        }

        return [.. stack];
    }
}
