using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/acpi/ac_adapter/&lt;name&gt;/state</c> and <c>/proc/acpi/button/lid/&lt;name&gt;/state</c>: the state of a device. Source: acpi_ac_seq_show() of
/// drivers/acpi/ac.c, acpi_button_state_seq_show() of drivers/acpi/button.c.
/// </summary>
[Fields]
public sealed partial class AcpiState : IRecord<AcpiState>
{
    private AcpiState()
    {
    }

    /// <summary>The name that the firmware gives the device: <c>AC0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The state: <c>on-line</c> or <c>off-line</c> of a mains adapter, <c>open</c> or <c>closed</c> of a lid; <c>unknown</c> or <c>unsupported</c>.</summary>
    [Key("state"), Key("Status")] public string? State { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AcpiState),
        new(nameof(Device), 8),
        new(nameof(State), 12));

    /// <summary>The state.</summary>
    public override string ToString() => DisplayText.Escape(State ?? "");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static AcpiState Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new AcpiState { Device = source.PartOfPath(^2) };
        KeyValues.Read(text, record, source);
        return record;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
