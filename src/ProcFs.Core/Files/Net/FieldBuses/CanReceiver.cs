using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/can/rcvlist_*</c>: a receiver of CAN frames. Source: can_print_rcvlist() of net/can/proc.c.
/// </summary>
[Fields]
public sealed partial class CanReceiver : ITable<CanReceiver>
{
    private CanReceiver()
    {
    }

    /// <summary>The network device; <c>any</c> for all.</summary>
    [Field(1)] public string Device { get; private set; } = "";

    /// <summary>The CAN id.</summary>
    [Field(2, Scale.Hex), Unit(Unit.Hex)] public ulong? CanId { get; private set; }

    /// <summary>The mask of the ids that are received.</summary>
    [Field(3, Scale.Hex), Unit(Unit.Hex)] public ulong? Mask { get; private set; }

    /// <summary>The number of frames received.</summary>
    [Field(6)] public long? Matches { get; private set; }

    /// <summary>Who receives: <c>raw</c>, <c>bcm</c>, <c>isotp</c>, <c>gw</c>.</summary>
    [Field(7)] public string? Identity { get; private set; }

    /// <summary>Fields unknown to this version, by number; the fourth and fifth are addresses in the kernel.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CanReceiver),
        new(nameof(Device), 16),
        new(nameof(CanId), 10),
        new(nameof(Mask), 10),
        new(nameof(Matches), 10),
        new(nameof(Identity), 10));

    /// <summary>The device, the id and the receiver: <c>can0 123 raw</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device} {CanId:x} {Identity}".TrimEnd());

    static string IRow<CanReceiver>.NameOf(CanReceiver row) => $"{row.Device}-{row.CanId:x}-{row.Identity}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CanReceiver, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("receive list "u8) || line.StartsWith("  ("u8) || line.StartsWith("  device "u8),
        static _ => { },
        static (line, from) =>
        {
            var row = new CanReceiver();
            return Lines.ReadFields(line, row, from, 7) && ((IFields)row).IsWhole ? row : null;
        },
        "a device, an id, a mask, and who receives",
        emit);
}
