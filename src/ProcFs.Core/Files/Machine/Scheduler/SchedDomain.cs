using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models a <c>domain</c> line of <c>/proc/schedstat</c>: a group of CPUs that the scheduler balances load in. Source: Documentation/scheduler/sched-stats.rst, show_schedstat() of
/// kernel/sched/stats.c.
/// </summary>
public sealed class SchedDomain
{
    private const int VersionWithLevel = 17;

    private SchedDomain()
    {
    }

    /// <summary>The name in the file: <c>domain0</c> for the smallest.</summary>
    public required string Name { get; init; }

    /// <summary>What its CPUs share: <c>SMT</c>, <c>MC</c>, <c>PKG</c>, <c>NUMA</c>; null below version 17.</summary>
    public required string? Level { get; init; }

    /// <summary>Its CPUs; null where they cannot be read.</summary>
    public required IndexSet? Cpus { get; init; }

    /// <summary>What the kernel counts, in the order that the documentation tells for the version; null where one cannot be read.</summary>
    public required long[]? Counters { get; init; }

    /// <summary>The name and the CPUs: <c>domain0 0-3</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Level} {Cpus}".TrimEnd());

    /// <summary>Reads "domain0 MC 0f 1 2 3"; null for another line.</summary>
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
