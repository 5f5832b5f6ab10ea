using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/apm</c>: the power supply as reported by Advanced Power Management. Newer machines have ACPI instead. Source: apm(4), proc_apm_show() of
/// arch/x86/kernel/apm_32.c, drivers/char/apm-emulation.c.
/// </summary>
[Fields]
public sealed partial class AdvancedPower : IRecord<AdvancedPower>
{
    private const int Columns = 9;

    private AdvancedPower()
    {
    }

    /// <summary>The version of the driver: <c>1.16ac</c>.</summary>
    [Field(1)] public string? DriverVersion { get; private set; }

    /// <summary>The version of the BIOS: <c>1.2</c>.</summary>
    [Field(2)] public string? BiosVersion { get; private set; }

    /// <summary>The capabilities of the BIOS.</summary>
    [Field(3, Scale.PrefixedHex)] public ulong? Flags { get; private set; }

    /// <summary>Whether it is on AC power; null if that is unknown.</summary>
    [Field(4, Parser = nameof(TryOnMains))] public bool? IsOnMains { get; private set; }

    /// <summary>The state of the battery: <c>high</c>, <c>low</c>, <c>critical</c>, <c>charging</c>, <c>none</c>; null if that is unknown.</summary>
    [Field(5, Parser = nameof(TryBattery))] public string? BatteryState { get; private set; }

    /// <summary>The battery flags of the BIOS.</summary>
    [Field(6, Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? BatteryFlags { get; private set; }

    /// <summary>The charge of the battery, in percent; null if that is unknown.</summary>
    [Field(7, Parser = nameof(TryPercent)), Unit(Unit.Percent)] public double? BatteryCharge { get; private set; }

    /// <summary>The remaining battery life; null if that is unknown.</summary>
    public TimeSpan? TimeLeft { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AdvancedPower),
        new(nameof(IsOnMains), 9),
        new(nameof(BatteryState), 12),
        new(nameof(BatteryCharge), 13),
        new(nameof(TimeLeft), 14));

    /// <summary>The state of the battery.</summary>
    public override string ToString() => DisplayText.Escape($"{BatteryState ?? "unknown"} {BatteryCharge}".TrimEnd());

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static AdvancedPower Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.Trim((byte)'\n');
        var power = new AdvancedPower();
        if (!Lines.ReadFields(line, power, source, Columns))
        {
            throw source.Malformed(1, line, "nine fields of Advanced Power Management");
        }

        power.TakeTime(line, source);
        return power;
    }

    // "30 min", "-1 ?" if it is unknown.
    private void TakeTime(ReadOnlySpan<byte> line, ProcSource source)
    {
        _ = Value.TryRead(line, source, out string[] words);
        bool parsed = int.TryParse(words[7], System.Globalization.CultureInfo.InvariantCulture, out int count);
        TimeLeft = !parsed || count < 0 ? null : words[8] == "sec" ? TimeSpan.FromSeconds(count) : TimeSpan.FromMinutes(count);
        _malformed.Add(nameof(TimeLeft), parsed ? null : UnavailableReason.Malformed);
    }

    // 0x00 off, 0x01 on, 0x02 on backup power, 0xff unknown
    private static bool TryOnMains(ReadOnlySpan<byte> value, ProcSource source, out bool? isOnMains)
    {
        bool parsed = Value.TryPrefixedHex(value, source, out ulong state);
        isOnMains = parsed && state <= 2 ? state == 1 : null;
        return parsed;
    }

    private static bool TryBattery(ReadOnlySpan<byte> value, ProcSource source, out string? state)
    {
        bool parsed = Value.TryPrefixedHex(value, source, out ulong number);
        state = !parsed ? null : number switch { 0 => "high", 1 => "low", 2 => "critical", 3 => "charging", 4 => "none", _ => null };
        return parsed;
    }

    // "85%", "-1%" if it is unknown.
    private static bool TryPercent(ReadOnlySpan<byte> value, ProcSource source, out double? percent)
    {
        bool parsed = Value.TryRead(value.TrimEnd((byte)'%'), source, out double number);
        percent = parsed && number >= 0 ? number : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
