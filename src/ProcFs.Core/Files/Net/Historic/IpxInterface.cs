using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ipx/interface</c>: an IPX interface. Source: ipx_seq_interface_show() of net/ipx/ipx_proc.c.
/// </summary>
[Fields]
public sealed partial class IpxInterface : ITable<IpxInterface>
{
    private IpxInterface()
    {
    }

    /// <summary>The network number, in hexadecimal.</summary>
    [Key("Network")] public string Network { get; private set; } = "";

    /// <summary>The address of the node, in hexadecimal.</summary>
    [Key("Node_Address")] public string? Node { get; private set; }

    /// <summary>Whether it is the primary interface.</summary>
    [Key("Primary", Parser = nameof(TryPrimary))] public bool? IsPrimary { get; private set; }

    /// <summary>The network device; <c>Internal</c> for the internal network.</summary>
    [Key("Device")] public string? Device { get; private set; }

    /// <summary>The type of frames: <c>802.2</c>, <c>802.3</c>, <c>SNAP</c>, <c>EtherII</c>, <c>None</c>.</summary>
    [Key("Frame_Type")] public string? FrameType { get; private set; }

    /// <summary>The number of references to the interface (kernels built to debug it).</summary>
    [Key("refcnt")] public long? References { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IpxInterface),
        new(nameof(Network), 8),
        new(nameof(Node), 12),
        new(nameof(IsPrimary), 9),
        new(nameof(Device), 16),
        new(nameof(FrameType), 9));

    /// <summary>The network, the node and the device: <c>00000A1B:02005E005301 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Network}:{Node} dev {Device ?? "?"}");

    static string IRow<IpxInterface>.NameOf(IpxInterface row) => $"{row.Network}-{row.Device}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<IpxInterface, bool> emit) => HeaderedLines.Read(source, static _ => new IpxInterface(), emit);

    private static bool TryPrimary(ReadOnlySpan<byte> value, ProcSource source, out bool? isPrimary)
    {
        isPrimary = value.SequenceEqual("Yes"u8);
        return isPrimary == true || value.SequenceEqual("No"u8);
    }
}
