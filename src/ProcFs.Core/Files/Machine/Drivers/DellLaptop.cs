using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/i8k</c>: temperature and fans of a Dell laptop. Source: i8k_proc_show() of drivers/hwmon/dell-smm-hwmon.c.</summary>
[Fields]
public sealed partial class DellLaptop : IRecord<DellLaptop>
{
    private const int Columns = 10;

    private DellLaptop()
    {
    }

    /// <summary>The version of the file: <c>1.0</c>.</summary>
    [Field(1)] public string? Version { get; private set; }

    /// <summary>The version of the BIOS: <c>A17</c>.</summary>
    [Field(2)] public string? BiosVersion { get; private set; }

    /// <summary>The service tag of the machine; null if only root can see it.</summary>
    [Field(3, Parser = nameof(TryTag))] public string? ServiceTag { get; private set; }

    /// <summary>The temperature of the CPU, in degrees Celsius.</summary>
    [Field(4)] public int? Temperature { get; private set; }

    /// <summary>The state of the left fan: 0 off, 1 slow, 2 fast; null if there is none.</summary>
    [Field(5, Parser = nameof(TryState))] public int? LeftFan { get; private set; }

    /// <summary>The state of the right fan; null if there is none.</summary>
    [Field(6, Parser = nameof(TryState))] public int? RightFan { get; private set; }

    /// <summary>The speed of the left fan, in rotations per minute; null if there is none.</summary>
    [Field(7, Parser = nameof(TryState))] public int? LeftSpeed { get; private set; }

    /// <summary>The speed of the right fan, in rotations per minute; null if there is none.</summary>
    [Field(8, Parser = nameof(TryState))] public int? RightSpeed { get; private set; }

    /// <summary>Whether it is on mains power; null unless the driver was told to ask (power_status=1).</summary>
    [Field(9, Parser = nameof(TryOnMains))] public bool? IsOnMains { get; private set; }

    /// <summary>The pressed function key: 1 volume up, 2 volume down, 4 mute; 0 for none.</summary>
    [Field(10)] public int? FunctionKey { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DellLaptop),
        new(nameof(Temperature), 11),
        new(nameof(LeftFan), 8),
        new(nameof(LeftSpeed), 9),
        new(nameof(RightFan), 8),
        new(nameof(RightSpeed), 10),
        new(nameof(IsOnMains), 9),
        new(nameof(BiosVersion), 11));

    /// <summary>The temperature.</summary>
    public override string ToString() => $"{Temperature} °C";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer fields.</exception>
    public static DellLaptop Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.Trim((byte)'\n');
        var laptop = new DellLaptop();
        return Lines.ReadFields(line, laptop, source, Columns) ? laptop : throw source.Malformed(1, line, "ten fields of a Dell laptop");
    }

    private static bool TryTag(ReadOnlySpan<byte> value, ProcSource source, out string? tag)
    {
        tag = value.SequenceEqual("-1"u8) || value.SequenceEqual("?"u8) ? null : source.Intern(value);
        return true;
    }

    // -22 (EINVAL) or -1 if there is none.
    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out int? state)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        state = parsed && number >= 0 ? number : null;
        return parsed;
    }

    private static bool TryOnMains(ReadOnlySpan<byte> value, ProcSource source, out bool? isOnMains)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        isOnMains = parsed && number >= 0 ? number == 1 : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
