using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/if_inet6</c>: an IPv6 address of a network device. Source: proc_pid_net(5), if6_seq_show() of net/ipv6/addrconf.c.</summary>
[Fields]
public sealed partial class IPv6Address : ILine<IPv6Address>, IRow<IPv6Address>
{
    private const int Fields = 6;

    private IPv6Address()
    {
    }

    /// <summary>The address.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public IPAddress? Address { get; private set; }

    /// <summary>The index of the network device.</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public int? InterfaceIndex { get; private set; }

    /// <summary>The length of the network prefix, in bits.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public int? PrefixLength { get; private set; }

    /// <summary>The scope of the address.</summary>
    [Field(4, Parser = nameof(TryScope))] public IPv6AddressScope? AddressScope { get; private set; }

    /// <summary>The flags.</summary>
    [Field(5, Parser = nameof(TryFlags))] public IPv6AddressFlags? Flags { get; private set; }

    /// <summary>The network device.</summary>
    [Field(6)] public string? Device { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<IPv6Address>.Form => "an address, four numbers and a device";

    internal static View View => new(
        typeof(IPv6Address),
        new(nameof(Address), 39),
        new(nameof(PrefixLength), 12),
        new(nameof(AddressScope), 12),
        new(nameof(Device), 15),
        new(nameof(Flags), 20));

    /// <summary>The address with its prefix, and the device: <c>fe80::1/64 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address?.ToString() ?? "?"}/{PrefixLength?.ToString() ?? "?"} dev {Device}");

    static string IRow<IPv6Address>.NameOf(IPv6Address row) => $"{row.Address?.ToString() ?? "?"}".Replace(':', '_');

    /// <inheritdoc/>
    public static IPv6Address? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var address = new IPv6Address();
        return Lines.ReadFields(line, address, source, Fields) ? address : null;
    }

    // On old kernels, the lower bits are the type of the address.
    private static bool TryScope(ReadOnlySpan<byte> value, ProcSource source, out IPv6AddressScope? scope)
    {
        bool parsed = Number.TryHex(value, out ulong bits) && bits <= byte.MaxValue;
        scope = (IPv6AddressScope)(bits & 0xf0);
        return parsed;
    }

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out IPv6AddressFlags? flags)
    {
        bool parsed = Number.TryHex(value, out ulong bits) && bits <= uint.MaxValue;
        flags = (IPv6AddressFlags)(uint)bits;
        return parsed;
    }
}
