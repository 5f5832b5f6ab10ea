using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_mr_vif</c> and <c>ip6_mr_vif</c>: a virtual interface of multicast routing. Source: ipmr_vif_seq_show() of net/ipv4/ipmr.c,
/// ip6mr_vif_seq_show() of net/ipv6/ip6mr.c.
/// </summary>
[Fields]
public sealed partial class MulticastInterface : ITable<MulticastInterface>
{
    private MulticastInterface()
    {
    }

    /// <summary>The number of the interface.</summary>
    [Field(1)] public int Number { get; private set; }

    /// <summary>The network device; <c>none</c> without one.</summary>
    [Field(2)] public string Device { get; private set; } = "";

    /// <summary>Bytes received.</summary>
    [Field(3), Unit(Unit.Bytes)] public long? ReceiveBytes { get; private set; }

    /// <summary>Packets received.</summary>
    [Field(4)] public long? ReceivePackets { get; private set; }

    /// <summary>Bytes sent.</summary>
    [Field(5), Unit(Unit.Bytes)] public long? TransmitBytes { get; private set; }

    /// <summary>Packets sent.</summary>
    [Field(6)] public long? TransmitPackets { get; private set; }

    /// <summary>The flags: 1 tunnel, 4 register, 8 by index of the device. Source: include/uapi/linux/mroute.h.</summary>
    [Field(7, Scale.Hex), Unit(Unit.Hex)] public ulong? Flags { get; private set; }

    /// <summary>The local address; null for IPv6.</summary>
    [Field(8, Scale.AddressWords), Unit(Unit.None)] public IPAddress? LocalAddress { get; private set; }

    /// <summary>The remote address of a tunnel; null for IPv6.</summary>
    [Field(9, Scale.AddressWords), Unit(Unit.None)] public IPAddress? RemoteAddress { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MulticastInterface),
        new(nameof(Number), 6),
        new(nameof(Device), 15),
        new(nameof(ReceiveBytes), 12),
        new(nameof(ReceivePackets), 14),
        new(nameof(TransmitBytes), 13),
        new(nameof(TransmitPackets), 15),
        new(nameof(LocalAddress), 15));

    private static string Form => "the number, device and counters of an interface";

    /// <summary>The number and the device: <c>0 eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Device}");

    static string IRow<MulticastInterface>.NameOf(MulticastInterface row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MulticastInterface, bool> emit) => Lines.ReadBelow(
        source,
        "Interface"u8,
        static (line, _, from) =>
        {
            var row = new MulticastInterface();
            return Lines.ReadFields(line, row, from, 7) && ((IFields)row).IsWhole ? row : null;
        },
        Form,
        emit);

    // IPv6 has no tunnels.
    private static UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || property is nameof(LocalAddress) or nameof(RemoteAddress) ? null : UnavailableReason.NotOnThisKernel;
}
