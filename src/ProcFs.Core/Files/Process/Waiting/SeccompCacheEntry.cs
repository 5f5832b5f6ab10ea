using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/seccomp_cache</c>: whether the kernel lets a system call through without running the process's filter. Source:
/// kernel/seccomp.c (CONFIG_SECCOMP_CACHE_DEBUG).
/// </summary>
public sealed class SeccompCacheEntry : ILine<SeccompCacheEntry>, IRow<SeccompCacheEntry>
{
    /// <summary>What a line of the file holds, for the error about one that does not.</summary>
    /// <inheritdoc/>
    public static string Form => "an architecture, the number of a system call, and ALLOW or FILTER";

    private SeccompCacheEntry()
    {
    }

    /// <summary>The process that it belongs to.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The table of calls, as seccomp names it: x86_64, ia32, aarch64, arm.</summary>
    public required string Architecture { get; init; }

    /// <summary>The number of the call.</summary>
    public required int Number { get; init; }

    /// <summary>The call's name; null where the number is not known, or is one of a table that is not.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether the call is let through at once; otherwise the filter runs and decides.</summary>
    public required bool IsAllowed { get; init; }

    internal static View View => new(
        typeof(SeccompCacheEntry),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Architecture), 12),
        new(nameof(Number), 6),
        new(nameof(Name), 22),
        new(nameof(IsAllowed), 9));

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Architecture} {Number}");

    static string IRow<SeccompCacheEntry>.NameOf(SeccompCacheEntry row) => $"{row.Architecture}-{row.Number}";

    /// <inheritdoc/>
    public static SeccompCacheEntry? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        string architecture = source.Intern(fields.Next());
        if (!fields.TryInt32(out int number))
        {
            return null;
        }

        ReadOnlySpan<byte> verdict = fields.Next();
        bool isAllowed = verdict.SequenceEqual("ALLOW"u8);
        if (!isAllowed && !verdict.SequenceEqual("FILTER"u8))
        {
            return null;
        }

        return new SeccompCacheEntry
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Architecture = architecture,
            Number = number,
            Name = SystemCallTable.Of(architecture)?.Find(number)?.Name,
            IsAllowed = isAllowed,
        };
    }
}
