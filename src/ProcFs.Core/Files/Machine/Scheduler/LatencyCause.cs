using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/latency_stats</c>: a place in the kernel where tasks waited. The kernel collects these only while <c>kernel.latencytop</c> is 1.
/// Source: lstats_show() of kernel/latencytop.c.
/// </summary>
[Fields]
public sealed partial class LatencyCause : ITable<LatencyCause>
{
    private LatencyCause()
    {
    }

    /// <summary>The number of waits.</summary>
    [Field(1)] public long? Count { get; private set; }

    /// <summary>The total wait time.</summary>
    [Field(2, Scale.Microseconds), Unit(Unit.Duration)] public TimeSpan? TotalTime { get; private set; }

    /// <summary>The longest wait.</summary>
    [Field(3, Scale.Microseconds), Unit(Unit.Duration)] public TimeSpan? LongestTime { get; private set; }

    /// <summary>The kernel functions, innermost first.</summary>
    public string[] Functions { get; private set; } = [];

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(LatencyCause),
        new(nameof(Count), 8),
        new(nameof(TotalTime), 12),
        new(nameof(LongestTime), 12),
        new(nameof(Functions)));

    /// <summary>The number of waits and the place.</summary>
    public override string ToString() => DisplayText.Escape($"{Count} {Functions.FirstOrDefault()}".TrimEnd());

    static string IRow<LatencyCause>.NameOf(LatencyCause row) => row.Functions.FirstOrDefault() ?? "wait";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<LatencyCause, bool> emit) =>
        Lines.ReadBelow(source, "Latency Top version"u8, static (line, _, from) => Parse(line, from), "three numbers and functions", emit);

    private static LatencyCause? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        var cause = new LatencyCause();
        for (int field = 1; field <= 3; field++)
        {
            ReadOnlySpan<byte> word = words.Next();
            if (word.IsEmpty)
            {
                return null;
            }

            ((IFields)cause).Set(field, word, source);
        }

        _ = Value.TryRead(words.Rest, source, out string[] functions);
        cause.Functions = functions;
        return cause;
    }
}
