using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/mcfilter</c> and <c>/proc/net/mcfilter6</c>: a source filter of a multicast group. Source: igmp_mcf_seq_show() of net/ipv4/igmp.c,
/// igmp6_mcf_seq_show() of net/ipv6/mcast.c.
/// </summary>
[Fields]
public sealed partial class MulticastFilter : ITable<MulticastFilter>
{
    private MulticastFilter()
    {
    }

    /// <summary>The index of the network device.</summary>
    [Key("Idx")] public int? InterfaceIndex { get; private set; }

    /// <summary>The network device, truncated to six characters.</summary>
    [Key("Device")] public string Device { get; private set; } = "";

    /// <summary>The address of the group.</summary>
    [Key("MCA", Parser = nameof(TryAddress)), Key("Multicast Address", Scale.Hex), Unit(Unit.None)] public IPAddress? Group { get; private set; }

    /// <summary>The address of the source.</summary>
    [Key("SRC", Parser = nameof(TryAddress)), Key("Source Address", Scale.Hex), Unit(Unit.None)] public IPAddress? Origin { get; private set; }

    /// <summary>The number of sockets that include this source.</summary>
    [Key("INC")] public ulong? Included { get; private set; }

    /// <summary>The number of sockets that exclude this source.</summary>
    [Key("EXC")] public ulong? Excluded { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MulticastFilter),
        new(nameof(Device), 8),
        new(nameof(Group), 30),
        new(nameof(Origin), 30),
        new(nameof(Included), 8),
        new(nameof(Excluded), 8));

    /// <summary>The group, the source and the device: <c>232.1.2.3 from 192.0.2.9 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Group?.ToString() ?? "?"} from {Origin?.ToString() ?? "?"} dev {Device}");

    static string IRow<MulticastFilter>.NameOf(MulticastFilter row) => $"{row.Device}-{row.Group?.ToString() ?? "?"}-{row.Origin?.ToString() ?? "?"}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MulticastFilter, bool> emit) => HeaderedLines.Read(source, static _ => new MulticastFilter(), emit);

    // "0xe8010203": the address as a number.
    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address)
    {
        address = null;
        return value.StartsWith("0x"u8) && Value.TryHex(value[2..], source, out address);
    }
}
