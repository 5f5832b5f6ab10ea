using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/lock_stat</c>: a class of kernel locks with its contention and hold times. Read/write locks have one line for each mode (<c>-R</c>,
/// <c>-W</c>). Source: Documentation/locking/lockstat.rst, seq_stats() of kernel/locking/lockdep_proc.c.
/// </summary>
[Fields]
public sealed partial class LockStatistics : ITable<LockStatistics>
{
    private const string Form = "the name of a lock, a colon and twelve numbers";

    private readonly List<string> _points = [];

    private LockStatistics()
    {
    }

    /// <summary>The class: <c>&amp;mm-&gt;mmap_lock-W</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Contentions with a holder on another CPU.</summary>
    [Field(1)] public long? ContentionBounces { get; private set; }

    /// <summary>Contentions.</summary>
    [Field(2)] public long? Contentions { get; private set; }

    /// <summary>The shortest wait time.</summary>
    [Field(3, Scale.Microseconds)] public TimeSpan? ShortestWait { get; private set; }

    /// <summary>The longest wait time.</summary>
    [Field(4, Scale.Microseconds)] public TimeSpan? LongestWait { get; private set; }

    /// <summary>The total wait time.</summary>
    [Field(5, Scale.Microseconds)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>The average wait time.</summary>
    [Field(6, Scale.Microseconds)] public TimeSpan? AverageWait { get; private set; }

    /// <summary>Acquisitions of a lock last held by another CPU.</summary>
    [Field(7)] public long? AcquisitionBounces { get; private set; }

    /// <summary>Acquisitions.</summary>
    [Field(8)] public long? Acquisitions { get; private set; }

    /// <summary>The shortest hold time.</summary>
    [Field(9, Scale.Microseconds)] public TimeSpan? ShortestHold { get; private set; }

    /// <summary>The longest hold time.</summary>
    [Field(10, Scale.Microseconds)] public TimeSpan? LongestHold { get; private set; }

    /// <summary>The total hold time.</summary>
    [Field(11, Scale.Microseconds)] public TimeSpan? HoldTime { get; private set; }

    /// <summary>The average hold time.</summary>
    [Field(12, Scale.Microseconds)] public TimeSpan? AverageHold { get; private set; }

    /// <summary>The places of the waits, and those of the holders at the time, as the kernel writes them.</summary>
    public IReadOnlyList<string> ContentionPoints => _points;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(LockStatistics),
        new(nameof(Name), 32),
        new(nameof(Contentions), 12),
        new(nameof(WaitTime), 12),
        new(nameof(LongestWait), 12),
        new(nameof(Acquisitions), 12),
        new(nameof(HoldTime), 12));

    /// <summary>The class and the number of contentions.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Contentions}".TrimEnd());

    static string IRow<LockStatistics>.NameOf(LockStatistics row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<LockStatistics, bool> emit)
    {
        LockStatistics? last = null;
        bool isWanted = true;
        Lines.ReadSections<LockStatistics>(
            source,
            static line => IsRuler(Value.Trim(line)) || line.IndexOf(" [<"u8) >= 0 || line.StartsWith("lock_stat version"u8) || Value.Trim(line).StartsWith("class name "u8) || line.StartsWith("*WARNING*"u8),
            line =>
            {
                if (line.IndexOf(" [<"u8) >= 0)
                {
                    last?._points.Add(source.Intern(Value.Trim(line)));
                }
            },
            (line, from) => Parse(line, from),
            Form,
            row =>
            {
                isWanted = last is null || emit(last);
                last = row;
                return isWanted;
            });
        _ = isWanted && last is not null && emit(last);
    }

    // "-----", ".....": separator lines.
    private static bool IsRuler(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept("-."u8) < 0;

    private static LockStatistics? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.LastIndexOf(": "u8);
        if (colon < 1)
        {
            return null;
        }

        var statistics = new LockStatistics { Name = source.Intern(Value.Trim(line[..colon])) };
        return Lines.ReadFields(line[(colon + 1)..], statistics, source, fewest: 1) ? statistics : null;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
