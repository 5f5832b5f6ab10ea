using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/sockstat</c> and <c>/proc/net/sockstat6</c>: the number of sockets of each IPv4 or IPv6 protocol, and the memory of their buffers. The
/// memory and the orphans of TCP are counted for all network namespaces, and those of IPv6 are included in those of IPv4. Source: sockstat_seq_show() of
/// net/ipv4/proc.c, sockstat6_seq_show() of net/ipv6/proc.c.
/// </summary>
[Fields]
public sealed partial class SocketStatistics : IRecord<SocketStatistics>
{
    private bool _isIPv6;

    private SocketStatistics()
    {
    }

    /// <summary>Open sockets of all kinds.</summary>
    [Key("sockets.used")] public long? Used { get; private set; }

    /// <summary>TCP sockets in use, without those in TIME-WAIT.</summary>
    [Key("TCP.inuse"), Key("TCP6.inuse")] public long? TcpInUse { get; private set; }

    /// <summary>Orphaned TCP connections, which no process has open.</summary>
    [Key("TCP.orphan")] public long? TcpOrphans { get; private set; }

    /// <summary>TCP connections in the state TIME-WAIT.</summary>
    [Key("TCP.tw")] public long? TcpTimeWait { get; private set; }

    /// <summary>Allocated TCP sockets.</summary>
    [Key("TCP.alloc")] public long? TcpAllocated { get; private set; }

    /// <summary>The memory of the TCP buffers, in bytes.</summary>
    [Key("TCP.mem", Scale.Pages)] public long? TcpMemory { get; private set; }

    /// <summary>UDP sockets.</summary>
    [Key("UDP.inuse"), Key("UDP6.inuse")] public long? UdpInUse { get; private set; }

    /// <summary>The memory of the UDP buffers, in bytes (since 2.6.25).</summary>
    [Key("UDP.mem", Scale.Pages)] public long? UdpMemory { get; private set; }

    /// <summary>UDP-Lite sockets.</summary>
    [Key("UDPLITE.inuse"), Key("UDPLITE6.inuse")] public long? UdpLiteInUse { get; private set; }

    /// <summary>Raw sockets.</summary>
    [Key("RAW.inuse"), Key("RAW6.inuse")] public long? RawInUse { get; private set; }

    /// <summary>Datagrams waiting for fragments.</summary>
    [Key("FRAG.inuse"), Key("FRAG6.inuse")] public long? FragmentsInUse { get; private set; }

    /// <summary>The memory of these fragments, in bytes.</summary>
    [Key("FRAG.memory"), Key("FRAG6.memory"), Unit(Unit.Bytes)] public long? FragmentMemory { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SocketStatistics),
        new(nameof(Used), 8),
        new(nameof(TcpInUse), 8),
        new(nameof(TcpTimeWait), 11),
        new(nameof(TcpOrphans), 10),
        new(nameof(TcpMemory), 9),
        new(nameof(UdpInUse), 8),
        new(nameof(UdpMemory), 9),
        new(nameof(RawInUse), 8));

    /// <summary>The numbers of sockets: <c>5 TCP, 2 UDP, 0 raw</c>.</summary>
    public override string ToString() => $"{TcpInUse?.ToString() ?? "?"} TCP, {UdpInUse?.ToString() ?? "?"} UDP, {RawInUse?.ToString() ?? "?"} raw";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static SocketStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new SocketStatistics { _isIPv6 = text.IndexOf("6: inuse"u8) >= 0 };
        PrefixedPairs.Read(text, statistics, source);
        return statistics;
    }

    // The file of IPv6 does not repeat the values that are counted once for both.
    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || (_isIPv6 && !property.EndsWith("InUse", StringComparison.Ordinal) && property != nameof(FragmentMemory)) ? null : UnavailableReason.NotOnThisKernel;
}
