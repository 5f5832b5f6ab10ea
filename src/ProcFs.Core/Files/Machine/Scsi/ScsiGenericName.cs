using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/scsi/sg/device_strs</c>: the name of a device of the generic SCSI driver. Source: sg_proc_seq_show_devstrs() of drivers/scsi/sg.c.</summary>
public sealed class ScsiGenericName : ITable<ScsiGenericName>
{
    private ScsiGenericName()
    {
    }

    /// <summary>The number of the device, as in <c>/dev/sg0</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The vendor; null if the device was removed.</summary>
    public required string? Vendor { get; init; }

    /// <summary>The model; null if the device was removed.</summary>
    public required string? Model { get; init; }

    /// <summary>The firmware revision; null if the device was removed.</summary>
    public required string? Revision { get; init; }

    internal static View View => new(
        typeof(ScsiGenericName),
        new(nameof(Number), 6),
        new(nameof(Vendor), 10),
        new(nameof(Model), 20),
        new(nameof(Revision), 10));

    /// <summary>The device and its model: <c>sg0 ST4000</c>.</summary>
    public override string ToString() => DisplayText.Escape($"sg{Number} {Model}".TrimEnd());

    static string IRow<ScsiGenericName>.NameOf(ScsiGenericName row) => $"sg{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ScsiGenericName, bool> emit) =>
        Lines.Read(source, static (line, number, from) => Parse(line, number, from), "a maker, a model and a revision with tabs between", emit);

    private static ScsiGenericName? Parse(ReadOnlySpan<byte> line, int number, ProcSource source)
    {
        if (line.StartsWith("<no active device>"u8))
        {
            return new ScsiGenericName { Number = number - 1, Vendor = null, Model = null, Revision = null };
        }

        var parts = new FieldScanner(line);
        ReadOnlySpan<byte> vendor = Value.Trim(parts.NextUntil((byte)'\t'));
        ReadOnlySpan<byte> model = Value.Trim(parts.NextUntil((byte)'\t'));
        return vendor.IsEmpty && model.IsEmpty
            ? null
            : new ScsiGenericName { Number = number - 1, Vendor = source.Intern(vendor), Model = source.Intern(model), Revision = source.Intern(Value.Trim(parts.Rest)) };
    }
}
