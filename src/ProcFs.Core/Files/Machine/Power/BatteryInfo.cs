using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/acpi/battery/&lt;name&gt;/info</c>: what a battery is. Newer kernels have /sys/class/power_supply instead. Source: acpi_battery_print_info() of
/// drivers/acpi/battery.c before Linux 3.9.
/// </summary>
[Fields]
public sealed partial class BatteryInfo : IRecord<BatteryInfo>
{
    private BatteryInfo()
    {
    }

    /// <summary>The name that the firmware gives the device: <c>BAT0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Whether there is a battery.</summary>
    [Key("present")] public bool? IsPresent { get; private set; }

    /// <summary>The capacity when new, in <see cref="CapacityUnit"/>; null if it is unknown.</summary>
    [Key("design capacity", Parser = nameof(TryAmount))] public long? DesignCapacity { get; private set; }

    /// <summary>The capacity when last full; null if it is unknown.</summary>
    [Key("last full capacity", Parser = nameof(TryAmount))] public long? FullCapacity { get; private set; }

    /// <summary>The unit of the capacities: <c>mAh</c>, <c>mWh</c>.</summary>
    [Key("last full capacity", Parser = nameof(TryUnit))] public string? CapacityUnit { get; private set; }

    /// <summary>The technology: <c>rechargeable</c>, <c>non-rechargeable</c>.</summary>
    [Key("battery technology")] public string? Technology { get; private set; }

    /// <summary>The design voltage, in millivolts.</summary>
    [Key("design voltage", Parser = nameof(TryAmount))] public long? DesignVoltage { get; private set; }

    /// <summary>The capacity at which the battery warns.</summary>
    [Key("design capacity warning", Parser = nameof(TryAmount))] public long? WarningCapacity { get; private set; }

    /// <summary>The capacity at which the battery is low.</summary>
    [Key("design capacity low", Parser = nameof(TryAmount))] public long? LowCapacity { get; private set; }

    /// <summary>How often it was charged; null if the firmware does not count that.</summary>
    [Key("cycle count", Parser = nameof(TryAmount))] public long? Cycles { get; private set; }

    /// <summary>The model.</summary>
    [Key("model number")] public string? Model { get; private set; }

    /// <summary>The serial number.</summary>
    [Key("serial number")] public string? SerialNumber { get; private set; }

    /// <summary>The type: <c>LION</c>.</summary>
    [Key("battery type")] public string? Type { get; private set; }

    /// <summary>The maker.</summary>
    [Key("OEM info")] public string? Maker { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(BatteryInfo),
        new(nameof(Device), 8),
        new(nameof(Model), 16),
        new(nameof(Type), 6),
        new(nameof(DesignCapacity), 14),
        new(nameof(FullCapacity), 12),
        new(nameof(CapacityUnit), 12),
        new(nameof(Maker), 0));

    /// <summary>The maker and the model.</summary>
    public override string ToString() => DisplayText.Escape(IsPresent == false ? "no battery" : $"{Maker} {Model}".Trim());

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static BatteryInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new BatteryInfo { Device = source.PartOfPath(^2) };
        KeyValues.Read(text, record, source);
        return record;
    }

    private static bool TryAmount(ReadOnlySpan<byte> value, ProcSource source, out long? amount) => BatteryColumn.TryAmount(value, source, out amount);

    private static bool TryUnit(ReadOnlySpan<byte> value, ProcSource source, out string? unit) => BatteryColumn.TryUnit(value, source, out unit);

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
