using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/anycast6</c>: an IPv6 anycast address of a network device. Source: ac6_seq_show() of net/ipv6/anycast.c.</summary>
[Fields]
public sealed partial class IPv6AnycastAddress : ILine<IPv6AnycastAddress>, IRow<IPv6AnycastAddress>
{
    private IPv6AnycastAddress()
    {
    }

    /// <summary>The index of the network device.</summary>
    [Field(1)] public int? InterfaceIndex { get; private set; }

    /// <summary>The network device.</summary>
    [Field(2)] public string Device { get; private set; } = "";

    /// <summary>The address.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public IPAddress? Address { get; private set; }

    /// <summary>The number of users of the address.</summary>
    [Field(4)] public int? Users { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<IPv6AnycastAddress>.Form => "a number, a device, an address and a number";

    internal static View View => new(
        typeof(IPv6AnycastAddress),
        new(nameof(InterfaceIndex), 14),
        new(nameof(Device), 15),
        new(nameof(Address), 39),
        new(nameof(Users), 6));

    /// <summary>The address and the device: <c>2001:db8:: dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address?.ToString() ?? "?"} dev {Device}");

    static string IRow<IPv6AnycastAddress>.NameOf(IPv6AnycastAddress row) => $"{row.Device}-{row.Address?.ToString() ?? "?"}".Replace(':', '_');

    /// <inheritdoc/>
    public static IPv6AnycastAddress? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = new IPv6AnycastAddress();
        return Lines.ReadFields(line, row, source, 4) && ((IFields)row).IsWhole ? row : null;
    }
}
