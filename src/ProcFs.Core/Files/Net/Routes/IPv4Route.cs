using System.Net;
using System.Numerics;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/route</c>: an IPv4 route of the main table, or of the local one if both are the same. Source: proc_pid_net(5),
/// fib_route_seq_show() of net/ipv4/fib_trie.c.
/// </summary>
[Fields]
public sealed partial class IPv4Route : ITable<IPv4Route>
{
    private IPv4Route()
    {
    }

    /// <summary>The network device; null for a route that rejects packets, for which the kernel writes <c>*</c>.</summary>
    [Key("Iface", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>The destination network or host; <c>0.0.0.0</c> for the default route.</summary>
    [Key("Destination", Scale.AddressWords)] public IPAddress? Destination { get; private set; }

    /// <summary>The length of the network prefix, in bits; null if <see cref="Mask"/> is not contiguous.</summary>
    public int? PrefixLength { get; private set; }

    /// <summary>The gateway; <c>0.0.0.0</c> if the destination is on the link.</summary>
    [Key("Gateway", Scale.AddressWords)] public IPAddress? Gateway { get; private set; }

    /// <summary>The flags.</summary>
    [Key("Flags", Parser = nameof(TryFlags))] public RouteFlags? Flags { get; private set; }

    /// <summary>References; 0 since 2.2.</summary>
    [Key("RefCnt")] public long? References { get; private set; }

    /// <summary>Lookups; 0 since 2.2.</summary>
    [Key("Use")] public long? Uses { get; private set; }

    /// <summary>The metric: the route with the lowest value is used.</summary>
    [Key("Metric")] public long? Metric { get; private set; }

    /// <summary>The network mask: <c>255.255.255.0</c>.</summary>
    [Key("Mask", Scale.AddressWords)] public IPAddress? Mask { get; private set; }

    /// <summary>The MTU of the route, in bytes, derived from its segment size for TCP; 0 for that of the device.</summary>
    [Key("MTU"), Unit(Unit.Bytes)] public long? Mtu { get; private set; }

    /// <summary>The maximum TCP window, in bytes; 0 for no limit.</summary>
    [Key("Window"), Unit(Unit.Bytes)] public long? Window { get; private set; }

    /// <summary>The initial round-trip time for TCP; zero for the default.</summary>
    [Key("IRTT", Scale.Milliseconds)] public TimeSpan? InitialRoundTripTime { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IPv4Route),
        new(nameof(Destination), 15),
        new(nameof(PrefixLength), 12),
        new(nameof(Gateway), 15),
        new(nameof(Device), 15),
        new(nameof(Metric), 10),
        new(nameof(Flags), 20));

    /// <summary>The destination and the path: <c>192.0.2.0/24 via 192.0.2.1 dev eth0</c>.</summary>
    public override string ToString()
    {
        string way = Flags?.HasFlag(RouteFlags.Gateway) == true ? $" via {Gateway}" : "";
        return DisplayText.Escape($"{Text}{way} dev {Device ?? "*"}");
    }

    private string Text => $"{Destination?.ToString() ?? "?"}/{PrefixLength?.ToString() ?? Mask?.ToString() ?? "?"}";

    static string IRow<IPv4Route>.NameOf(IPv4Route row) => row.Text.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<IPv4Route, bool> emit) => HeaderedLines.Read(source, static _ => new IPv4Route(), route =>
    {
        route.PrefixLength = LengthOf(route.Mask);
        return emit(route);
    });

    private static int? LengthOf(IPAddress? mask)
    {
        uint bits = mask is null ? 1 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(mask.GetAddressBytes());
        return BitOperations.LeadingZeroCount(~bits) == BitOperations.PopCount(bits) ? BitOperations.PopCount(bits) : null;
    }

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value is [(byte)'*'] ? null : source.Intern(value);
        return true;
    }

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out RouteFlags? flags)
    {
        bool parsed = Number.TryHex(value, out ulong bits) && bits <= uint.MaxValue;
        flags = (RouteFlags)(uint)bits;
        return parsed;
    }
}
