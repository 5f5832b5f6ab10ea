using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models a <c>domain</c> line of <c>/proc/schedstat</c>: a group of CPUs across which the scheduler balances load. Source:
/// Documentation/scheduler/sched-stats.rst, show_schedstat() of kernel/sched/stats.c.
/// </summary>
public sealed class SchedDomain
{
    private const int VersionWithLevel = 17;

    private SchedDomain()
    {
    }

    /// <summary>The name in the file: <c>domain0</c> for the smallest.</summary>
    public required string Name { get; init; }

    /// <summary>The level of the topology: <c>SMT</c>, <c>MC</c>, <c>PKG</c>, <c>NUMA</c>; null below version 17.</summary>
    public required string? Level { get; init; }

    /// <summary>The CPUs; null if they cannot be read.</summary>
    public required IndexSet? Cpus { get; init; }

    /// <summary>The counters, in the order documented for the version; null if one cannot be read.</summary>
    public required long[]? Counters { get; init; }

    /// <summary>The name and the CPUs: <c>domain0 0-3</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Level} {Cpus}".TrimEnd());

    /// <summary>Parses "domain0 MC 0f 1 2 3"; null for other text.</summary>
    internal static SchedDomain? Parse(ReadOnlySpan<byte> line, int? version, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        if (!name.StartsWith("domain"u8))
        {
            return null;
        }

        FieldScanner behind = words;
        bool hasLevel = version is { } known ? known >= VersionWithLevel : !Value.TryMask(behind.Next(), source, out _);
        string? level = hasLevel ? source.Intern(words.Next()) : null;
        bool isMask = Value.TryMask(words.Next(), source, out IndexSet cpus);
        bool isCounted = Value.TryRead(words.Rest, source, out long[] counters);
        return new SchedDomain { Name = source.Intern(name), Level = level, Cpus = isMask ? cpus : null, Counters = isCounted ? counters : null };
    }
}
