using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a file in <c>/proc/pressure</c>: the time that tasks were stalled for lack of a resource (pressure stall information). It is available only if the kernel
/// runs with <c>psi=1</c> or enables it by default. Source: Documentation/accounting/psi.rst, psi_show() of kernel/sched/psi.c.
/// </summary>
public sealed class ResourcePressure : IRecord<ResourcePressure>
{
    private ResourcePressure()
    {
    }

    /// <summary>The resource: <c>cpu</c>, <c>memory</c>, <c>io</c>, <c>irq</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The time in which at least one task was stalled; null for interrupts, which stall all tasks at once.</summary>
    public required PressureStall? Some { get; init; }

    /// <summary>The time in which all non-idle tasks were stalled at once; null for the CPU before 5.13. For the CPU, it is always 0 system-wide.</summary>
    public required PressureStall? Full { get; init; }

    /// <summary>Lines unknown to this version, by their first word.</summary>
    public required IReadOnlyDictionary<string, string> Additional { get; init; }

    internal static View View => new(
        typeof(ResourcePressure),
        new(nameof(Resource), 8),
        new(nameof(Some), Cells.StallWidth) { Show = Cells.Stall },
        new(nameof(Full), Cells.StallWidth) { Show = Cells.Stall });

    /// <summary>The resource and its pressure over ten seconds: <c>memory some 0.25 %, full 0.00 %</c>.</summary>
    public override string ToString()
    {
        string[] parts = [Share("some", Some), Share("full", Full)];
        return $"{Resource} {string.Join(", ", parts.Where(part => part.Length > 0))}".TrimEnd();
    }

    /// <summary>Parses the text of the file.</summary>
    public static ResourcePressure Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        (PressureStall? some, PressureStall? full) = (null, null);
        var additional = new NamedValues<string>();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var words = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> name = words.Next();
            if (name.SequenceEqual("some"u8))
            {
                some = PressureStall.Parse(words.Rest, source);
            }
            else if (name.SequenceEqual("full"u8))
            {
                full = PressureStall.Parse(words.Rest, source);
            }
            else if (!name.IsEmpty)
            {
                additional.Set(source.Intern(name), source.Intern(Value.Trim(words.Rest)));
            }
        }

        return new ResourcePressure { Resource = source.PartOfPath(^1), Some = some, Full = full, Additional = additional };
    }

    private static string Share(string name, PressureStall? stall) => stall is null ? "" : $"{name} {stall.TenSeconds()}";
}
