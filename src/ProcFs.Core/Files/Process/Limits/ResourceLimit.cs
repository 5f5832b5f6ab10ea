using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/limits</c>: a resource limit of a process and, if known, the current usage. Source: getrlimit(2), fs/proc/base.c.
/// </summary>
public sealed class ResourceLimit : ITable<ResourceLimit>
{
    // The kernel writes "%-25s %-20s %-20s %-10s".
    private const int NameWidth = 25;

    /// <summary>The format of a line, for the error about a malformed one.</summary>
    internal const string Form = "a limit, soft and hard, and its unit";

    private ResourceLimit()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The name of the limit, as the kernel writes it: open files, stack size.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the resource in prlimit(1) and setrlimit(2): NOFILE, STACK; the kernel's name if it is unknown.</summary>
    public required string Resource { get; init; }

    /// <summary>The soft limit, which is in force; null for unlimited.</summary>
    public required ulong? Soft { get; init; }

    /// <summary>The hard limit, up to which the process can raise it; null for unlimited.</summary>
    public required ulong? Hard { get; init; }

    /// <summary>The unit: bytes, files, seconds, us; null for a plain number.</summary>
    public required string? Unit { get; init; }

    /// <summary>
    /// The current usage, in the same unit; null if it cannot be determined. For processes, all threads of the user that this /proc shows are counted, as in the
    /// kernel.
    /// </summary>
    public long? Used { get; internal set; }

    /// <summary>The reason why <see cref="Used"/> is null, by property name. Empty if it is known, and for a limit whose usage is not in /proc.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; internal set; } = UnavailableFields.None;

    internal static View View => new(
        typeof(ResourceLimit),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Resource), 10),
        new(nameof(Name), 18),
        new(nameof(Used), 10) { With = [nameof(Unit)], Show = Cells.Used, IsInList = true },
        new(nameof(Soft), 10) { With = [nameof(Unit)], Show = Cells.Limit, IsInList = true },
        new(nameof(Hard), 10) { With = [nameof(Unit)], Show = Cells.Limit, IsInList = true },
        new(nameof(Unit), 9));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Name);

    static string IRow<ResourceLimit>.NameOf(ResourceLimit row) => row.Resource;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ResourceLimit, bool> emit) => new ResourceLimitReader(names: null).Read(source, emit);

    /// <summary>The start of the header line.</summary>
    internal static ReadOnlySpan<byte> Header => "Limit  "u8;

    /// <summary>Parses a line; null if it does not have the format of the file.</summary>
    internal static ResourceLimit? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        if (line.Length <= NameWidth || line[NameWidth] != ' ')
        {
            return null;
        }

        var fields = new FieldScanner(line[NameWidth..]);
        if (!TryLimit(fields.Next(), out ulong? soft) || !TryLimit(fields.Next(), out ulong? hard))
        {
            return null;
        }

        ReadOnlySpan<byte> unit = fields.Next();
        ReadOnlySpan<byte> name = line[..NameWidth].TrimEnd((byte)' ');
        string text = source.Intern(name.StartsWith("Max "u8) ? name[4..] : name);
        return new ResourceLimit
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Name = text,
            Resource = ResourceName.Of(text),
            Soft = soft,
            Hard = hard,
            Unit = unit.IsEmpty ? null : source.Intern(unit),
        };
    }

    private static bool TryLimit(ReadOnlySpan<byte> text, out ulong? value)
    {
        bool parsed = Number.TryUInt64(text, out ulong number);
        value = parsed ? number : null;
        return parsed || text.SequenceEqual("unlimited"u8);
    }
}
