using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/decnet_dev</c>: a network device that DECnet uses. Source: dn_dev_seq_show() of net/decnet/dn_dev.c.
/// </summary>
[Fields]
public sealed partial class DecnetDevice : ITable<DecnetDevice>
{
    private const int TypeField = 10;
    private const int TypeWidth = 10;
    private const int AddressWidth = 7;

    private DecnetDevice()
    {
    }

    /// <summary>The network device.</summary>
    [Field(1)] public string Device { get; private set; } = "";

    /// <summary>The kind of link: <c>B</c> broadcast, <c>U</c> unicast, <c>M</c> multipoint.</summary>
    [Field(2)] public string? Mode { get; private set; }

    /// <summary>The time left of the routing timer (T1), which the kernel always writes as zero.</summary>
    [Field(3, Scale.Seconds)] public TimeSpan? RoutingTimer { get; private set; }

    /// <summary>The length of the routing timer, which the kernel always writes as zero.</summary>
    [Field(4, Scale.Seconds)] public TimeSpan? RoutingInterval { get; private set; }

    /// <summary>The time left until the next hello message (T3).</summary>
    [Field(5, Scale.Seconds)] public TimeSpan? HelloTimer { get; private set; }

    /// <summary>The time between hello messages.</summary>
    [Field(6, Scale.Seconds)] public TimeSpan? HelloInterval { get; private set; }

    /// <summary>The largest block.</summary>
    [Field(7), Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>The priority of this machine as a router.</summary>
    [Field(8)] public int? Priority { get; private set; }

    /// <summary>The state, in the kernel's number.</summary>
    [Field(9, Scale.Hex)] public ulong? State { get; private set; }

    /// <summary>The type of the device: <c>ethernet</c>, <c>ipgre</c>, <c>x25</c>, <c>ppp</c>, <c>loopback</c>.</summary>
    [Field(10)] public string? DeviceType { get; private set; }

    /// <summary>The address of the router, as area and node; null without one.</summary>
    public string? Router { get; private set; }

    /// <summary>The address of the other end; null without one.</summary>
    public string? Peer { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DecnetDevice),
        new(nameof(Device), 16),
        new(nameof(Mode), 4),
        new(nameof(BlockSize), 9),
        new(nameof(Priority), 8),
        new(nameof(DeviceType), 10),
        new(nameof(Router), 8),
        new(nameof(Peer), 8));

    /// <summary>The device and its type: <c>eth0 ethernet</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device} {DeviceType}".TrimEnd());

    static string IRow<DecnetDevice>.NameOf(DecnetDevice row) => row.Device;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DecnetDevice, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("Name "u8),
        static _ => { },
        Parse,
        "a device, a mode, timers, sizes, a state and a type",
        emit);

    // The columns of the router and of the other end are 7 wide, and may be blank.
    private static DecnetDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var row = new DecnetDevice();
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> type = default;
        for (int i = 0; i < TypeField; i++)
        {
            type = words.Next();
        }

        if (type.IsEmpty || !Lines.ReadFields(line[..^words.Rest.Length], row, source, TypeField) || !((IFields)row).IsWhole)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = words.Rest[Math.Min(Math.Max(TypeWidth - type.Length, 0) + 1, words.Rest.Length)..];
        ReadOnlySpan<byte> router = Value.Trim(rest[..Math.Min(AddressWidth, rest.Length)]);
        ReadOnlySpan<byte> peer = Value.Trim(rest[Math.Min(AddressWidth, rest.Length)..]);
        row.Router = router.IsEmpty ? null : source.Intern(router);
        row.Peer = peer.IsEmpty ? null : source.Intern(peer);
        return row;
    }
}
