using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/scsi/device_info</c>: devices with special treatment by the kernel. Source: devinfo_seq_show() of drivers/scsi/scsi_devinfo.c.
/// </summary>
public sealed class ScsiDeviceQuirk : ILine<ScsiDeviceQuirk>, IRow<ScsiDeviceQuirk>
{
    private ScsiDeviceQuirk()
    {
    }

    /// <summary>The start of the vendor name.</summary>
    public required string Vendor { get; init; }

    /// <summary>The start of the model name; empty for all models.</summary>
    public required string Model { get; init; }

    /// <summary>The flags of the treatment (BLIST_ of scsi_devinfo.h).</summary>
    [Unit(Unit.Hex)] public required ulong Flags { get; init; }

    static string ILine<ScsiDeviceQuirk>.Form => "a maker and a model in quotes, and flags";

    internal static View View => new(
        typeof(ScsiDeviceQuirk),
        new(nameof(Vendor), 10),
        new(nameof(Model), 20),
        new(nameof(Flags), 10));

    /// <summary>The vendor and the model.</summary>
    public override string ToString() => DisplayText.Escape($"{Vendor} {Model}".TrimEnd());

    static string IRow<ScsiDeviceQuirk>.NameOf(ScsiDeviceQuirk row) => row.Vendor;

    /// <inheritdoc/>
    public static ScsiDeviceQuirk? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parts = new FieldScanner(line);
        parts.NextUntil((byte)'\'');
        ReadOnlySpan<byte> vendor = parts.NextUntil((byte)'\'');
        parts.NextUntil((byte)'\'');
        ReadOnlySpan<byte> model = parts.NextUntil((byte)'\'');
        return Value.TryPrefixedHex(Value.Trim(parts.Rest), source, out ulong flags)
            ? new ScsiDeviceQuirk { Vendor = source.Intern(vendor), Model = source.Intern(model), Flags = flags }
            : null;
    }
}
