using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/seccomp_cache</c>: whether the kernel allows a system call without running the process's filter. Source: kernel/seccomp.c
/// (CONFIG_SECCOMP_CACHE_DEBUG).
/// </summary>
public sealed class SeccompCacheEntry : ILine<SeccompCacheEntry>, IRow<SeccompCacheEntry>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    /// <inheritdoc/>
    public static string Form => "an architecture, the number of a system call, and ALLOW or FILTER";

    private SeccompCacheEntry()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The architecture of the table, as seccomp names it: x86_64, ia32, aarch64, arm.</summary>
    public required string Architecture { get; init; }

    /// <summary>The number of the call.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the call; null if the number or the table is unknown.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether the call is allowed immediately; otherwise the filter runs and decides.</summary>
    public required bool IsAllowed { get; init; }

    internal static View View => new(
        typeof(SeccompCacheEntry),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Architecture), 12),
        new(nameof(Number), 6),
        new(nameof(Name), 22),
        new(nameof(IsAllowed), 9));

    /// <summary>The process and the item, on one line.</summary>
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
