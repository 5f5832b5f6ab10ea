using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/devices</c>: a character or block device driver and its major number. Several drivers can share a number. Source: proc_devices(5),
/// devinfo_show() of fs/proc/devices.c.
/// </summary>
public sealed class DeviceDriver : ITable<DeviceDriver>
{
    private const string Form = "a major number and a name, below the kind of device";

    private DeviceDriver()
    {
    }

    /// <summary>The kind of devices: <c>character</c>, <c>block</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The major number.</summary>
    public required int Major { get; init; }

    /// <summary>The name: <c>ttyS</c>, <c>virtblk</c>.</summary>
    public required string Name { get; init; }

    internal static View View => new(
        typeof(DeviceDriver),
        new(nameof(Type), 10),
        new(nameof(Major), 6),
        new(nameof(Name)));

    /// <summary>The kind, the number and the name: <c>block 254 virtblk</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Type} {Major} {Name}");

    static string IRow<DeviceDriver>.NameOf(DeviceDriver row) => $"{row.Type}-{row.Major}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DeviceDriver, bool> emit)
    {
        string type = "";
        Lines.ReadSections(source, IsHeading, heading => type = heading.StartsWith("Block"u8) ? "block" : "character", (line, from) => Parse(line, type, from), Form, emit);
    }

    // "Character devices:", "Block devices:"
    private static bool IsHeading(ReadOnlySpan<byte> line) => line.EndsWith(" devices:"u8);

    private static DeviceDriver? Parse(ReadOnlySpan<byte> line, string type, ProcSource source)
    {
        var words = new FieldScanner(line);
        bool isMajor = words.TryInt32(out int major);
        ReadOnlySpan<byte> name = Value.Trim(words.Rest);
        return isMajor && type.Length > 0 && !name.IsEmpty ? new DeviceDriver { Type = type, Major = major, Name = source.Intern(name) } : null;
    }
}
