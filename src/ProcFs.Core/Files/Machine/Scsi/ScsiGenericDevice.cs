using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/scsi/sg/devices</c>: a device of the generic SCSI driver, <c>/dev/sg0</c> for the first line. A removed device keeps its line. Source:
/// sg_proc_seq_show_dev() of drivers/scsi/sg.c.
/// </summary>
[Fields]
public sealed partial class ScsiGenericDevice : ITable<ScsiGenericDevice>
{
    private const int Columns = 9;

    private ScsiGenericDevice()
    {
    }

    /// <summary>The number of the device, as in <c>/dev/sg0</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The number of the host; -1 if the device was removed.</summary>
    [Field(1)] public int? Host { get; private set; }

    /// <summary>The channel of the host.</summary>
    [Field(2)] public int? Channel { get; private set; }

    /// <summary>The number of the target.</summary>
    [Field(3)] public int? Target { get; private set; }

    /// <summary>The logical unit.</summary>
    [Field(4)] public long? Lun { get; private set; }

    /// <summary>The type number: 0 for a disk, 5 for a CD-ROM.</summary>
    [Field(5)] public int? Type { get; private set; }

    /// <summary>The number of times that it is open.</summary>
    [Field(6)] public int? Opens { get; private set; }

    /// <summary>The queue depth.</summary>
    [Field(7)] public int? QueueDepth { get; private set; }

    /// <summary>The number of requests in progress.</summary>
    [Field(8)] public int? Busy { get; private set; }

    /// <summary>Whether it is online.</summary>
    [Field(9)] public bool? IsOnline { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ScsiGenericDevice),
        new(nameof(Number), 6),
        new(nameof(Host), 5),
        new(nameof(Channel), 7),
        new(nameof(Target), 6),
        new(nameof(Lun), 5),
        new(nameof(Type), 5),
        new(nameof(Opens), 5),
        new(nameof(QueueDepth), 10),
        new(nameof(IsOnline), 8));

    /// <summary>The device: <c>sg0</c>.</summary>
    public override string ToString() => $"sg{Number}";

    static string IRow<ScsiGenericDevice>.NameOf(ScsiGenericDevice row) => $"sg{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ScsiGenericDevice, bool> emit) =>
        Lines.Read(source, static (line, number, from) => Parse(line, number, from), "nine numbers", emit);

    private static ScsiGenericDevice? Parse(ReadOnlySpan<byte> line, int number, ProcSource source)
    {
        var device = new ScsiGenericDevice { Number = number - 1 };
        return Lines.ReadFields(line, device, source, Columns) ? device : null;
    }
}
