using ProcFs.Views;

namespace ProcFs;

/// <content>How a TCP connection does; from sock_diag but for the first three.</content>
public sealed partial class SocketInfo
{
    /// <summary>The congestion window, in segments.</summary>
    public long? CongestionWindow { get; internal set; }

    /// <summary>The slow start threshold, in segments; null where none is known yet.</summary>
    public long? SlowStartThreshold { get; internal set; }

    /// <summary>How long it waits before it sends a segment again.</summary>
    [Unit(Unit.Duration)] public TimeSpan? RetransmitTimeout { get; internal set; }
}
