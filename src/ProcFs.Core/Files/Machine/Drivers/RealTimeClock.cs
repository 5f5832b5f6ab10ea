using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/driver/rtc</c>: the clock that runs while the machine is off. What a driver adds is additional. Source: rtc(4), rtc_proc_show() of drivers/rtc/proc.c.</summary>
[Fields]
public sealed partial class RealTimeClock : IRecord<RealTimeClock>
{
    private RealTimeClock()
    {
    }

    /// <summary>The time of day that it shows; whether in UTC or local, it does not know.</summary>
    [Key("rtc_time")] public string? Time { get; private set; }

    /// <summary>The date that it shows: <c>2026-01-02</c>.</summary>
    [Key("rtc_date")] public string? Date { get; private set; }

    /// <summary>The time of its alarm; stars where it goes off at each.</summary>
    [Key("alrm_time")] public string? AlarmTime { get; private set; }

    /// <summary>The date of its alarm; stars where it goes off at each.</summary>
    [Key("alrm_date")] public string? AlarmDate { get; private set; }

    /// <summary>Whether the alarm is on.</summary>
    [Key("alarm_IRQ")] public bool? IsAlarmOn { get; private set; }

    /// <summary>Whether the alarm has gone off and nobody has taken it.</summary>
    [Key("alrm_pending")] public bool? IsAlarmPending { get; private set; }

    /// <summary>Whether it interrupts each second.</summary>
    [Key("update IRQ enabled")] public bool? HasUpdateInterrupt { get; private set; }

    /// <summary>Whether it interrupts periodically.</summary>
    [Key("periodic IRQ enabled")] public bool? HasPeriodicInterrupt { get; private set; }

    /// <summary>How often it does, in Hz.</summary>
    [Key("periodic IRQ frequency")] public int? PeriodicFrequency { get; private set; }

    /// <summary>How often a program without rights may let it do so, in Hz.</summary>
    [Key("max user IRQ frequency")] public int? MaximumUserFrequency { get; private set; }

    /// <summary>Whether it counts 24 hours.</summary>
    [Key("24hr")] public bool? Is24Hour { get; private set; }

    /// <summary>The state of its battery: <c>okay</c>, <c>dead</c>; null where the driver does not tell.</summary>
    [Key("batt_status")] public string? BatteryStatus { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RealTimeClock),
        new(nameof(Date), 10),
        new(nameof(Time), 9),
        new(nameof(IsAlarmOn), 9),
        new(nameof(AlarmDate), 10),
        new(nameof(AlarmTime), 9),
        new(nameof(BatteryStatus), 13));

    /// <summary>The date and the time that it shows.</summary>
    public override string ToString() => DisplayText.Escape($"{Date} {Time}".Trim());

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static RealTimeClock Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var clock = new RealTimeClock();
        KeyValues.Read(text, clock, source);
        return clock;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
