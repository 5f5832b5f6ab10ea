using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/acpi/wakeup</c>: a device that can wake the machine. Source: acpi_system_wakeup_device_seq_show() of drivers/acpi/proc.c.
/// </summary>
public sealed class WakeupDevice : ILine<WakeupDevice>, IRow<WakeupDevice>
{
    private const string On = "enabled";
    private const string Off = "disabled";

    internal static ParameterForm ParameterForm { get; } = new() { Parse = ParseAll, IsOfLines = true };

    private WakeupDevice()
    {
    }

    /// <summary>The name given by the firmware: <c>LID0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The deepest sleep state from which it can wake the machine: <c>S4</c>.</summary>
    public required string State { get; init; }

    /// <summary>Whether it is enabled; null if the kernel does not report it.</summary>
    public required bool? IsEnabled { get; init; }

    /// <summary>Whether it can wake the machine at run time (<c>*</c>).</summary>
    public required bool IsFromSystem { get; init; }

    /// <summary>The device in <c>/sys</c>: <c>pci:0000:00:14.0</c>; null for none.</summary>
    public required string? SysfsNode { get; init; }

    static string ILine<WakeupDevice>.Form => "a device, a state of sleep and whether it may wake";

    internal static View View => new(
        typeof(WakeupDevice),
        new(nameof(Device), 8),
        new(nameof(State), 6),
        new(nameof(IsEnabled), 9),
        new(nameof(SysfsNode)));

    /// <summary>The device and its state: <c>LID0 enabled</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device} {(IsEnabled is { } enabled ? enabled ? "enabled" : "disabled" : "")}".TrimEnd());

    static string IRow<WakeupDevice>.NameOf(WakeupDevice row) => row.Device;

    /// <inheritdoc/>
    public static WakeupDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> device = words.Next();
        ReadOnlySpan<byte> sleep = words.Next();
        if (sleep is not [(byte)'S', ..])
        {
            return null;
        }

        ReadOnlySpan<byte> state = words.Next();
        bool isSettable = state.StartsWith("*"u8);
        string text = source.Intern(state.TrimStart((byte)'*'));
        ReadOnlySpan<byte> node = words.Next();
        return new WakeupDevice
        {
            Device = source.Intern(device),
            State = source.Intern(sleep),
            IsEnabled = text is On or Off ? text == On : null,
            IsFromSystem = isSettable,
            SysfsNode = node.IsEmpty ? null : source.Intern(node),
        };
    }

    // Below a header line; further nodes of a device are on lines of their own.
    private static WakeupDevice[] ParseAll(ReadOnlySpan<byte> text, ProcSource source)
    {
        var devices = new List<WakeupDevice>();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (Parse(lines.Line, source) is { State: not "S-state" } device)
            {
                devices.Add(device);
            }
        }

        return [.. devices];
    }
}
