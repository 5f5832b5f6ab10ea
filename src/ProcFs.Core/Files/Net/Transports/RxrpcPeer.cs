using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rxrpc/peers</c>: another machine with which RxRPC has connections. Source: rxrpc_peer_seq_show() of net/rxrpc/proc.c.
/// </summary>
[Fields(Ignored = ["Proto"])]
public sealed partial class RxrpcPeer : ITable<RxrpcPeer>
{
    private const int NanosecondsInMicrosecond = 1000;

    private RxrpcPeer()
    {
    }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Local", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? LocalEndPoint { get; private set; }

    /// <summary>The address and port of the other end, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if it is unknown.</summary>
    [Key("Remote", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? RemoteEndPoint { get; private set; }

    /// <summary>The number of references to the peer in the kernel.</summary>
    [Key("Use")] public long? References { get; private set; }

    /// <summary>The threshold of slow start, in packets (since Linux 6.14).</summary>
    [Key("SST")] public long? SlowStartThreshold { get; private set; }

    /// <summary>The congestion window of the last call, in packets (before Linux 6.14).</summary>
    [Key("CW")] public long? CongestionWindow { get; private set; }

    /// <summary>The most data that a packet can have (since Linux 6.14).</summary>
    [Key("Maxd"), Unit(Unit.Bytes)] public long? MaximumData { get; private set; }

    /// <summary>The largest packet on the path (before Linux 6.14).</summary>
    [Key("MTU"), Unit(Unit.Bytes)] public long? MaximumTransmissionUnit { get; private set; }

    /// <summary>How long ago a packet was sent last.</summary>
    [Key("LastUse", Parser = nameof(TryAge))] public TimeSpan? LastUse { get; private set; }

    /// <summary>The average time from a packet to its acknowledgement.</summary>
    [Key("RTT", Scale.Microseconds)] public TimeSpan? RoundTripTime { get; private set; }

    /// <summary>The number of times of which that is the average (before Linux 5.7).</summary>
    [Key("Rc")] public long? RoundTripSamples { get; private set; }

    /// <summary>How long the kernel waits for an acknowledgement before it sends again (since Linux 5.7).</summary>
    [Key("RTO", Scale.Microseconds)] public TimeSpan? RetransmitTimeout { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcPeer),
        new(nameof(LocalEndPoint), 24),
        new(nameof(RemoteEndPoint), 24),
        new(nameof(References), 10),
        new(nameof(LastUse), 10),
        new(nameof(RoundTripTime), 14),
        new(nameof(RetransmitTimeout), 17));

    /// <summary>The ends: <c>192.0.2.5:7001 -> 192.0.2.7:7000</c>.</summary>
    public override string ToString() => $"{LocalEndPoint ?? "?"} -> {RemoteEndPoint ?? "?"}";

    static string IRow<RxrpcPeer>.NameOf(RxrpcPeer row) => $"{row.RemoteEndPoint}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RxrpcPeer, bool> emit) => HeaderedLines.Read(source, static _ => new RxrpcPeer(), peer =>
    {
        // Kernels before 5.7, which write the number of samples, have nanoseconds.
        peer.RoundTripTime = peer.RoundTripSamples is null ? peer.RoundTripTime : peer.RoundTripTime / NanosecondsInMicrosecond;
        return emit(peer);
    });

    private static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint) => RxrpcColumn.TryEndPoint(value, source, out endPoint);

    // "12s"
    private static bool TryAge(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? age)
    {
        bool parsed = Value.TrySeconds(value.TrimEnd((byte)'s'), source, out TimeSpan time);
        age = time;
        return parsed;
    }
}
