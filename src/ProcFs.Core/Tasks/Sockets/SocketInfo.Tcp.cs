using System.Runtime.InteropServices;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <content>How a TCP connection does; from sock_diag but for the first three. Source: struct tcp_info of linux/tcp.h.</content>
public sealed partial class SocketInfo
{
    private const uint NoThreshold = 0x7FFFFFFF;

    /// <summary>The congestion window, in segments.</summary>
    public long? CongestionWindow { get; internal set; }

    /// <summary>The slow start threshold, in segments; null where none is known yet.</summary>
    public long? SlowStartThreshold { get; internal set; }

    /// <summary>How long it waits before it sends a segment again.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RetransmitTimeout { get; internal set; }

    /// <summary>The algorithm of congestion control: <c>cubic</c>, <c>bbr</c>.</summary>
    public string? CongestionControl { get; private set; }

    /// <summary>The smoothed round-trip time.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RoundTripTime { get; private set; }

    /// <summary>How much the round-trip time varies: its mean deviation.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RoundTripVariation { get; private set; }

    /// <summary>The least round-trip time seen lately; null where none was measured.</summary>
    [Unit(Unit.Duration)] public TimeSpan? MinimumRoundTripTime { get; private set; }

    /// <summary>The largest segment that is sent.</summary>
    [Unit(Unit.Bytes)] public long? SegmentSize { get; private set; }

    /// <summary>The largest packet that the path takes.</summary>
    [Unit(Unit.Bytes)] public long? PathMtu { get; private set; }

    /// <summary>Bytes of data sent, those sent again counted again (since Linux 4.19).</summary>
    [Unit(Unit.Bytes)] public long? BytesSent { get; private set; }

    /// <summary>Bytes of data sent again (since Linux 4.19).</summary>
    [Unit(Unit.Bytes)] public long? BytesRetransmitted { get; private set; }

    /// <summary>Bytes that the other end has acknowledged (since Linux 4.1).</summary>
    [Unit(Unit.Bytes)] public long? BytesAcknowledged { get; private set; }

    /// <summary>Bytes received (since Linux 4.1).</summary>
    [Unit(Unit.Bytes)] public long? BytesReceived { get; private set; }

    /// <summary>Segments sent again since the connection was made.</summary>
    public long? TotalRetransmits { get; private set; }

    /// <summary>Segments that count as lost.</summary>
    public long? LostSegments { get; private set; }

    /// <summary>Segments that the other end has not acknowledged.</summary>
    public long? UnacknowledgedSegments { get; private set; }

    /// <summary>How fast it is sent, as far as the kernel limits that.</summary>
    [Unit(Unit.BytesPerSecond)] public long? PacingRate { get; private set; }

    /// <summary>How fast data reached the other end lately (since Linux 4.9).</summary>
    [Unit(Unit.BytesPerSecond)] public long? DeliveryRate { get; private set; }

    /// <summary>How long ago data was sent last.</summary>
    [Unit(Unit.Duration)] public TimeSpan? SinceDataSent { get; private set; }

    /// <summary>How long ago data was received last.</summary>
    [Unit(Unit.Duration)] public TimeSpan? SinceDataReceived { get; private set; }

    // INET_DIAG_INFO and INET_DIAG_CONG.
    private void SetTcp(NetlinkAttributes attributes)
    {
        while (attributes.Next(out int type, out ReadOnlySpan<byte> value))
        {
            if (type == 2 && State != TcpState.Listen)
            {
                SetTcpInfo(value);
            }
            else if (type == 4)
            {
                CongestionControl = LosslessText.Decode(value.TrimEnd((byte)0));
            }
        }
    }

    // The structure has grown with the kernel: what an older one lacks is behind its end.
    private void SetTcpInfo(ReadOnlySpan<byte> info)
    {
        RetransmitTimeout = Time(info, 8);
        SegmentSize = Number32(info, 16);
        UnacknowledgedSegments = Number32(info, 24);
        LostSegments = Number32(info, 32);
        SinceDataSent = Number32(info, 44) is { } sent ? TimeSpan.FromMilliseconds(sent) : null;
        SinceDataReceived = Number32(info, 52) is { } received ? TimeSpan.FromMilliseconds(received) : null;
        PathMtu = Number32(info, 60);
        RoundTripTime = Time(info, 68);
        RoundTripVariation = Time(info, 72);
        SlowStartThreshold = Number32(info, 76) is { } threshold and < NoThreshold ? threshold : null;
        CongestionWindow = Number32(info, 80);
        TotalRetransmits = Number32(info, 100);
        PacingRate = Number64(info, 104);
        BytesAcknowledged = Number64(info, 120);
        BytesReceived = Number64(info, 128);
        MinimumRoundTripTime = Number32(info, 148) is < uint.MaxValue ? Time(info, 148) : null;
        DeliveryRate = Number64(info, 160);
        BytesSent = Number64(info, 200);
        BytesRetransmitted = Number64(info, 208);
    }

    private static long? Number32(ReadOnlySpan<byte> info, int offset) => info.Length >= offset + sizeof(uint) ? MemoryMarshal.Read<uint>(info[offset..]) : null;

    // The largest number stands for no limit.
    private static long? Number64(ReadOnlySpan<byte> info, int offset) =>
        info.Length >= offset + sizeof(ulong) && MemoryMarshal.Read<long>(info[offset..]) is >= 0 and var number ? number : null;

    private static TimeSpan? Time(ReadOnlySpan<byte> info, int offset) => Number32(info, offset) is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null;
}
