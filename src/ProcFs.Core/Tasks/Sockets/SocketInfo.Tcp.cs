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

    /// <summary>The slow start threshold, in segments; null if none is known yet.</summary>
    public long? SlowStartThreshold { get; internal set; }

    /// <summary>The retransmission timeout.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RetransmitTimeout { get; internal set; }

    /// <summary>The congestion control algorithm: <c>cubic</c>, <c>bbr</c>.</summary>
    public string? CongestionControl { get; private set; }

    /// <summary>The smoothed round-trip time.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RoundTripTime { get; private set; }

    /// <summary>The mean deviation of the round-trip time.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RoundTripVariation { get; private set; }

    /// <summary>The recent minimum round-trip time; null if none was measured.</summary>
    [Unit(Unit.Duration)] public TimeSpan? MinimumRoundTripTime { get; private set; }

    /// <summary>The maximum segment size for sending.</summary>
    [Unit(Unit.Bytes)] public long? SegmentSize { get; private set; }

    /// <summary>The path MTU.</summary>
    [Unit(Unit.Bytes)] public long? PathMtu { get; private set; }

    /// <summary>The bytes sent, including retransmissions (since Linux 4.19).</summary>
    [Unit(Unit.Bytes)] public long? BytesSent { get; private set; }

    /// <summary>The bytes retransmitted (since Linux 4.19).</summary>
    [Unit(Unit.Bytes)] public long? BytesRetransmitted { get; private set; }

    /// <summary>The bytes acknowledged by the peer (since Linux 4.1).</summary>
    [Unit(Unit.Bytes)] public long? BytesAcknowledged { get; private set; }

    /// <summary>The bytes received (since Linux 4.1).</summary>
    [Unit(Unit.Bytes)] public long? BytesReceived { get; private set; }

    /// <summary>The segments retransmitted since the connection was established.</summary>
    public long? TotalRetransmits { get; private set; }

    /// <summary>The segments considered lost.</summary>
    public long? LostSegments { get; private set; }

    /// <summary>The segments not yet acknowledged.</summary>
    public long? UnacknowledgedSegments { get; private set; }

    /// <summary>The pacing rate.</summary>
    [Unit(Unit.BytesPerSecond)] public long? PacingRate { get; private set; }

    /// <summary>The recent delivery rate (since Linux 4.9).</summary>
    [Unit(Unit.BytesPerSecond)] public long? DeliveryRate { get; private set; }

    /// <summary>The time since data was last sent.</summary>
    [Unit(Unit.Duration)] public TimeSpan? SinceDataSent { get; private set; }

    /// <summary>The time since data was last received.</summary>
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

    // The structure grows with kernel versions: fields that an older one lacks are past its end.
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

    // The maximum value stands for no limit.
    private static long? Number64(ReadOnlySpan<byte> info, int offset) =>
        info.Length >= offset + sizeof(ulong) && MemoryMarshal.Read<long>(info[offset..]) is >= 0 and var number ? number : null;

    private static TimeSpan? Time(ReadOnlySpan<byte> info, int offset) => Number32(info, offset) is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null;
}
