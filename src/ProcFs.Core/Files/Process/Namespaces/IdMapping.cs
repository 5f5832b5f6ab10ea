using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/uid_map</c>, <c>gid_map</c> and <c>projid_map</c>: a range of ids in the process's user namespace and the corresponding
/// ids outside. Source: user_namespaces(7), kernel/user_namespace.c.
/// </summary>
public sealed class IdMapping : ILine<IdMapping>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    /// <inheritdoc/>
    public static string Form => "an id inside, an id outside and a number of ids";

    private IdMapping()
    {
    }

    /// <summary>The process in the user namespace.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of that process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The first id of the range in the namespace.</summary>
    public required uint InsideId { get; init; }

    /// <summary>
    /// The first id of the range outside: in the reader's user namespace, or in its parent if the reader is in the same one. Null if it has no id there.
    /// </summary>
    public required uint? OutsideId { get; init; }

    /// <summary>The number of ids in the range.</summary>
    public required uint IdCount { get; init; }

    internal static View View => new(
        typeof(IdMapping),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(InsideId), 10),
        new(nameof(OutsideId), 10),
        new(nameof(IdCount), 10));

    /// <summary>The line, in the format that the file accepts.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InsideId} {OutsideId ?? uint.MaxValue} {IdCount}");

    /// <inheritdoc/>
    public static IdMapping? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        if (!Number.TryUInt32(fields.Next(), out uint inside)
            || !Number.TryUInt32(fields.Next(), out uint outside)
            || !Number.TryUInt32(fields.Next(), out uint count)
            || !fields.Next().IsEmpty)
        {
            return null;
        }

        return new IdMapping
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            InsideId = inside,
            OutsideId = outside == uint.MaxValue ? null : outside,
            IdCount = count,
        };
    }
}
