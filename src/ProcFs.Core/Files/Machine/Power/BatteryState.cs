using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/acpi/battery/&lt;name&gt;/state</c>: the charge of a battery. Newer kernels have /sys/class/power_supply instead. Source:
/// acpi_battery_print_state() of drivers/acpi/battery.c before Linux 3.9.
/// </summary>
[Fields]
public sealed partial class BatteryState : IRecord<BatteryState>
{
    private BatteryState()
    {
    }

    /// <summary>The name that the firmware gives the device: <c>BAT0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Whether there is a battery.</summary>
    [Key("present")] public bool? IsPresent { get; private set; }

    /// <summary>The state of the charge: <c>ok</c>, <c>critical</c>.</summary>
    [Key("capacity state")] public string? CapacityState { get; private set; }

    /// <summary>What it does: <c>charging</c>, <c>discharging</c>, <c>charged</c>.</summary>
    [Key("charging state")] public string? ChargingState { get; private set; }

    /// <summary>The power or current, in <see cref="RateUnit"/>; null if it is unknown.</summary>
    [Key("present rate", Parser = nameof(TryAmount))] public long? Rate { get; private set; }

    /// <summary>The unit of the rate: <c>mA</c>, <c>mW</c>.</summary>
    [Key("present rate", Parser = nameof(TryUnit))] public string? RateUnit { get; private set; }

    /// <summary>The charge; in milliampere or milliwatt hours, as the unit of the rate is; null if it is unknown.</summary>
    [Key("remaining capacity", Parser = nameof(TryAmount))] public long? RemainingCapacity { get; private set; }

    /// <summary>The voltage, in millivolts; null if it is unknown.</summary>
    [Key("present voltage", Parser = nameof(TryAmount))] public long? Voltage { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(BatteryState),
        new(nameof(Device), 8),
        new(nameof(IsPresent), 9),
        new(nameof(ChargingState), 13),
        new(nameof(RemainingCapacity), 17),
        new(nameof(Rate), 8),
        new(nameof(RateUnit), 8),
        new(nameof(Voltage), 8));

    /// <summary>What it does.</summary>
    public override string ToString() => DisplayText.Escape(ChargingState ?? "no battery");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static BatteryState Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new BatteryState { Device = source.PartOfPath(^2) };
        KeyValues.Read(text, record, source);
        return record;
    }

    private static bool TryAmount(ReadOnlySpan<byte> value, ProcSource source, out long? amount) => BatteryColumn.TryAmount(value, source, out amount);

    private static bool TryUnit(ReadOnlySpan<byte> value, ProcSource source, out string? unit) => BatteryColumn.TryUnit(value, source, out unit);

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
