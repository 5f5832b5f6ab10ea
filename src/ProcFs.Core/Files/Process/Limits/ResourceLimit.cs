using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/limits</c>: how much of a resource a process may use, and, where that can be known, how much it does.
/// Source: getrlimit(2), fs/proc/base.c.
/// </summary>
public sealed class ResourceLimit : ITable<ResourceLimit>
{
    // The kernel writes "%-25s %-20s %-20s %-10s".
    private const int NameWidth = 25;

    /// <summary>What a line holds, for the error about one that does not.</summary>
    internal const string Form = "a limit, soft and hard, and its unit";

    private ResourceLimit()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Its full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>What is limited, in the kernel's words: open files, stack size.</summary>
    public required string Name { get; init; }

    /// <summary>The resource as prlimit(1) and setrlimit(2) name it: NOFILE, STACK; the kernel's words where it is none of those known.</summary>
    public required string Resource { get; init; }

    /// <summary>The limit in force; null for unlimited.</summary>
    public required ulong? Soft { get; init; }

    /// <summary>How far the process may raise it; null for unlimited.</summary>
    public required ulong? Hard { get; init; }

    /// <summary>What it is counted in: bytes, files, seconds, us; null for a plain number.</summary>
    public required string? Unit { get; init; }

    /// <summary>
    /// What is used of it, in the same unit; null where that cannot be known. Processes are counted over all that belong to the user, threads
    /// included, as the kernel does: those that this /proc shows.
    /// </summary>
    public long? Used { get; internal set; }

    /// <summary>
    /// Why <see cref="Used"/> is null: its name with the reason. Empty where it is known, and for a limit whose use nothing in /proc tells.
    /// </summary>
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

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Name);

    static string IRow<ResourceLimit>.NameOf(ResourceLimit row) => row.Resource;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ResourceLimit, bool> emit) => new ResourceLimitReader(names: null).Read(source, emit);

    /// <summary>How the line above the limits begins.</summary>
    internal static ReadOnlySpan<byte> Header => "Limit  "u8;

    /// <summary>Reads a line; null where it is not of the file's form.</summary>
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
