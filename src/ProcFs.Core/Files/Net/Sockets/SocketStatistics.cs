using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/sockstat</c> and <c>/proc/net/sockstat6</c>: how many sockets of each protocol of IPv4 or IPv6 there are, and the memory of their buffers. TCP counts
/// its memory and its orphans over all network namespaces, and those of IPv6 with those of IPv4. Source: sockstat_seq_show() of net/ipv4/proc.c, sockstat6_seq_show() of
/// net/ipv6/proc.c.
/// </summary>
[Fields]
public sealed partial class SocketStatistics : IRecord<SocketStatistics>
{
    private bool _isIPv6;

    private SocketStatistics()
    {
    }

    /// <summary>Sockets of any kind that are open.</summary>
    [Key("sockets.used")] public long? Used { get; private set; }

    /// <summary>TCP sockets in use, without those that wait for their end.</summary>
    [Key("TCP.inuse"), Key("TCP6.inuse")] public long? TcpInUse { get; private set; }

    /// <summary>TCP connections that no process has open any more.</summary>
    [Key("TCP.orphan")] public long? TcpOrphans { get; private set; }

    /// <summary>TCP connections in the state TIME-WAIT.</summary>
    [Key("TCP.tw")] public long? TcpTimeWait { get; private set; }

    /// <summary>TCP sockets that have memory.</summary>
    [Key("TCP.alloc")] public long? TcpAllocated { get; private set; }

    /// <summary>Memory of the buffers of TCP, in bytes.</summary>
    [Key("TCP.mem", Scale.Pages)] public long? TcpMemory { get; private set; }

    /// <summary>UDP sockets.</summary>
    [Key("UDP.inuse"), Key("UDP6.inuse")] public long? UdpInUse { get; private set; }

    /// <summary>Memory of the buffers of UDP, in bytes (since 2.6.25).</summary>
    [Key("UDP.mem", Scale.Pages)] public long? UdpMemory { get; private set; }

    /// <summary>UDP-Lite sockets.</summary>
    [Key("UDPLITE.inuse"), Key("UDPLITE6.inuse")] public long? UdpLiteInUse { get; private set; }

    /// <summary>Raw sockets.</summary>
    [Key("RAW.inuse"), Key("RAW6.inuse")] public long? RawInUse { get; private set; }

    /// <summary>Datagrams that wait for fragments.</summary>
    [Key("FRAG.inuse"), Key("FRAG6.inuse")] public long? FragmentsInUse { get; private set; }

    /// <summary>Memory of these fragments, in bytes.</summary>
    [Key("FRAG.memory"), Key("FRAG6.memory"), Unit(Unit.Bytes)] public long? FragmentMemory { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>How many there are: <c>5 TCP, 2 UDP, 0 raw</c>.</summary>
    public override string ToString() => $"{TcpInUse?.ToString() ?? "?"} TCP, {UdpInUse?.ToString() ?? "?"} UDP, {RawInUse?.ToString() ?? "?"} raw";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static SocketStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new SocketStatistics { _isIPv6 = text.IndexOf("6: inuse"u8) >= 0 };
        PrefixedPairs.Read(text, statistics, source);
        return statistics;
    }

    // The file for IPv6 does not say again what is counted once for both.
    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || (_isIPv6 && !property.EndsWith("InUse", StringComparison.Ordinal) && property != nameof(FragmentMemory)) ? null : UnavailableReason.NotOnThisKernel;
}
