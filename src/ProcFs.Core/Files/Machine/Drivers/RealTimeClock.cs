using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/driver/rtc</c>: the real-time clock. Fields added by a driver are in <see cref="Additional"/>. Source: rtc(4), rtc_proc_show() of
/// drivers/rtc/proc.c.
/// </summary>
[Fields]
public sealed partial class RealTimeClock : IRecord<RealTimeClock>
{
    private RealTimeClock()
    {
    }

    /// <summary>The time of day, in UTC or local time.</summary>
    [Key("rtc_time")] public string? Time { get; private set; }

    /// <summary>The date: <c>2026-01-02</c>.</summary>
    [Key("rtc_date")] public string? Date { get; private set; }

    /// <summary>The time of the alarm; stars match any value.</summary>
    [Key("alrm_time")] public string? AlarmTime { get; private set; }

    /// <summary>The date of the alarm; stars match any value.</summary>
    [Key("alrm_date")] public string? AlarmDate { get; private set; }

    /// <summary>Whether the alarm is enabled.</summary>
    [Key("alarm_IRQ")] public bool? IsAlarmOn { get; private set; }

    /// <summary>Whether an alarm is pending.</summary>
    [Key("alrm_pending")] public bool? IsAlarmPending { get; private set; }

    /// <summary>Whether the update interrupt, once per second, is enabled.</summary>
    [Key("update IRQ enabled")] public bool? HasUpdateInterrupt { get; private set; }

    /// <summary>Whether the periodic interrupt is enabled.</summary>
    [Key("periodic IRQ enabled")] public bool? HasPeriodicInterrupt { get; private set; }

    /// <summary>The frequency of the periodic interrupt, in Hz.</summary>
    [Key("periodic IRQ frequency")] public int? PeriodicFrequency { get; private set; }

    /// <summary>The maximum frequency for unprivileged programs, in Hz.</summary>
    [Key("max user IRQ frequency")] public int? MaximumUserFrequency { get; private set; }

    /// <summary>Whether it is in 24-hour mode.</summary>
    [Key("24hr")] public bool? Is24Hour { get; private set; }

    /// <summary>The state of the battery: <c>okay</c>, <c>dead</c>; null if the driver does not report it.</summary>
    [Key("batt_status")] public string? BatteryStatus { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RealTimeClock),
        new(nameof(Date), 10),
        new(nameof(Time), 9),
        new(nameof(IsAlarmOn), 9),
        new(nameof(AlarmDate), 10),
        new(nameof(AlarmTime), 9),
        new(nameof(BatteryStatus), 13));

    /// <summary>The date and the time.</summary>
    public override string ToString() => DisplayText.Escape($"{Date} {Time}".Trim());

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static RealTimeClock Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var clock = new RealTimeClock();
        KeyValues.Read(text, clock, source);
        return clock;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
