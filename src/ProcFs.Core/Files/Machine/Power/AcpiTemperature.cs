using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/acpi/thermal_zone/&lt;name&gt;/temperature</c>. Newer kernels have /sys/class/thermal instead. Source: acpi_thermal_temp_seq_show() of
/// drivers/acpi/thermal.c before Linux 3.0.
/// </summary>
[Fields]
public sealed partial class AcpiTemperature : IRecord<AcpiTemperature>
{
    private AcpiTemperature()
    {
    }

    /// <summary>The name that the firmware gives the device: <c>THM0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The temperature, in degrees Celsius.</summary>
    [Key("temperature", Parser = nameof(TryTemperature))] public int? Temperature { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AcpiTemperature),
        new(nameof(Device), 8),
        new(nameof(Temperature), 11));

    /// <summary>The temperature.</summary>
    public override string ToString() => $"{Temperature} °C";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static AcpiTemperature Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new AcpiTemperature { Device = source.PartOfPath(^2) };
        KeyValues.Read(text, record, source);
        return record;
    }

    // "50 C"
    private static bool TryTemperature(ReadOnlySpan<byte> value, ProcSource source, out int? temperature)
    {
        bool parsed = Value.TryRead(value.EndsWith(" C"u8) ? Value.Trim(value[..^2]) : value, source, out int degrees);
        temperature = parsed ? degrees : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
