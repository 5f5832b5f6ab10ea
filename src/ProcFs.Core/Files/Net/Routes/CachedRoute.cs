using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rt_cache</c>: a cached IPv4 route. Since Linux 3.6 there is no such cache, and the file has only the names of columns. Source:
/// rt_cache_seq_show() of net/ipv4/route.c.
/// </summary>
[Fields]
public sealed partial class CachedRoute : ITable<CachedRoute>
{
    private CachedRoute()
    {
    }

    /// <summary>The network device; null for a route without one, which the kernel writes as <c>*</c>.</summary>
    [Key("Iface", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>The destination.</summary>
    [Key("Destination", Scale.AddressWords), Unit(Unit.None)] public IPAddress? Destination { get; private set; }

    /// <summary>The next hop.</summary>
    [Key("Gateway", Scale.AddressWords), Unit(Unit.None)] public IPAddress? Gateway { get; private set; }

    /// <summary>The flags of the entry (RTCF_*).</summary>
    [Key("Flags", Scale.Hex), Unit(Unit.Hex)] public ulong? Flags { get; private set; }

    /// <summary>References in the kernel.</summary>
    [Key("RefCnt")] public long? References { get; private set; }

    /// <summary>How often it was used.</summary>
    [Key("Use")] public long? Use { get; private set; }

    /// <summary>The metric.</summary>
    [Key("Metric")] public long? Metric { get; private set; }

    /// <summary>The source.</summary>
    [Key("Source", Scale.AddressWords), Unit(Unit.None)] public IPAddress? Origin { get; private set; }

    /// <summary>The largest size of a segment, without headers.</summary>
    [Key("MTU"), Unit(Unit.Bytes)] public long? SegmentSize { get; private set; }

    /// <summary>The TCP window.</summary>
    [Key("Window"), Unit(Unit.Bytes)] public long? Window { get; private set; }

    /// <summary>The round-trip time, in the kernel's own units.</summary>
    [Key("IRTT")] public long? RoundTripTime { get; private set; }

    /// <summary>The type of service.</summary>
    [Key("TOS", Scale.Hex), Unit(Unit.Hex)] public ulong? ServiceType { get; private set; }

    /// <summary>The local address used for it.</summary>
    [Key("SpecDst", Scale.AddressWords), Unit(Unit.None)] public IPAddress? LocalAddress { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CachedRoute),
        new(nameof(Destination), 15),
        new(nameof(Gateway), 15),
        new(nameof(Origin), 15),
        new(nameof(Device), 15),
        new(nameof(Use), 8),
        new(nameof(SegmentSize), 11));

    /// <summary>The addresses and the device: <c>192.0.2.5 -> 192.0.2.7 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Origin?.ToString() ?? "?"} -> {Destination?.ToString() ?? "?"} dev {Device ?? "*"}");

    static string IRow<CachedRoute>.NameOf(CachedRoute row) => $"{row.Origin?.ToString() ?? "?"}-{row.Destination?.ToString() ?? "?"}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CachedRoute, bool> emit) => HeaderedLines.Read(source, static _ => new CachedRoute(), emit);

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value is [(byte)'*'] ? null : source.Intern(value);
        return true;
    }
}
