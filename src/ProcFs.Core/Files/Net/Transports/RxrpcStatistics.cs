using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/rxrpc/stats</c>: counters of RxRPC in the network namespace since it was created, or since the file was written. Source:
/// rxrpc_stats_show() of net/rxrpc/proc.c.
/// </summary>
[Fields]
public sealed partial class RxrpcStatistics : IRecord<RxrpcStatistics>
{
    private RxrpcStatistics()
    {
    }

    /// <summary>Data packets given to the network.</summary>
    [Key("Data.send")] public long? DataSends { get; private set; }

    /// <summary>Data packets given to the network that it may fragment.</summary>
    [Key("Data.sendf")] public long? FragmentableSends { get; private set; }

    /// <summary>Data packets that the network has refused.</summary>
    [Key("Data.fail")] public long? SendFailures { get; private set; }

    /// <summary>Data packets refused because they were too large.</summary>
    [Key("Data.emsz")] public long? TooLargeSends { get; private set; }

    /// <summary>Data packets sent.</summary>
    [Key("Data-Tx.nr")] public long? DataSent { get; private set; }

    /// <summary>Data packets sent again.</summary>
    [Key("Data-Tx.retrans")] public long? DataRetransmitted { get; private set; }

    /// <summary>How often there was nothing to send though the window was open.</summary>
    [Key("Data-Tx.uf")] public long? SendUnderflows { get; private set; }

    /// <summary>How often the congestion window was reset.</summary>
    [Key("Data-Tx.cwr")] public long? CongestionWindowResets { get; private set; }

    /// <summary>Data packets received.</summary>
    [Key("Data-Rx.nr")] public long? DataReceived { get; private set; }

    /// <summary>Data packets received that ask for an acknowledgement.</summary>
    [Key("Data-Rx.reqack")] public long? DataRequestingAck { get; private set; }

    /// <summary>Jumbo packets received.</summary>
    [Key("Data-Rx.jumbo")] public long? JumboReceived { get; private set; }

    /// <summary>Acknowledgements composed.</summary>
    [Key("Ack.fill")] public long? AcksFilled { get; private set; }

    /// <summary>Acknowledgements given to the network.</summary>
    [Key("Ack.send")] public long? AcksSent { get; private set; }

    /// <summary>Acknowledgements not sent because they had become needless.</summary>
    [Key("Ack.skip")] public long? AcksSkipped { get; private set; }

    /// <summary>Acknowledgements sent that were asked for.</summary>
    [Key("Ack-Tx.req")] public long? AcksSentRequested { get; private set; }

    /// <summary>Acknowledgements sent for duplicates.</summary>
    [Key("Ack-Tx.dup")] public long? AcksSentDuplicate { get; private set; }

    /// <summary>Acknowledgements sent for packets out of sequence.</summary>
    [Key("Ack-Tx.oos")] public long? AcksSentOutOfSequence { get; private set; }

    /// <summary>Acknowledgements sent for packets beyond the window.</summary>
    [Key("Ack-Tx.exw")] public long? AcksSentExceedsWindow { get; private set; }

    /// <summary>Acknowledgements sent for lack of space.</summary>
    [Key("Ack-Tx.nos")] public long? AcksSentNoSpace { get; private set; }

    /// <summary>Acknowledgements sent that are pings.</summary>
    [Key("Ack-Tx.png")] public long? AcksSentPing { get; private set; }

    /// <summary>Acknowledgements sent that answer pings.</summary>
    [Key("Ack-Tx.prs")] public long? AcksSentPingResponse { get; private set; }

    /// <summary>Acknowledgements sent that were delayed.</summary>
    [Key("Ack-Tx.dly")] public long? AcksSentDelayed { get; private set; }

    /// <summary>Acknowledgements sent when idle.</summary>
    [Key("Ack-Tx.idl")] public long? AcksSentIdle { get; private set; }

    /// <summary>Acknowledgements received that were asked for.</summary>
    [Key("Ack-Rx.req")] public long? AcksReceivedRequested { get; private set; }

    /// <summary>Acknowledgements received for duplicates.</summary>
    [Key("Ack-Rx.dup")] public long? AcksReceivedDuplicate { get; private set; }

    /// <summary>Acknowledgements received for packets out of sequence.</summary>
    [Key("Ack-Rx.oos")] public long? AcksReceivedOutOfSequence { get; private set; }

    /// <summary>Acknowledgements received for packets beyond the window.</summary>
    [Key("Ack-Rx.exw")] public long? AcksReceivedExceedsWindow { get; private set; }

    /// <summary>Acknowledgements received for lack of space.</summary>
    [Key("Ack-Rx.nos")] public long? AcksReceivedNoSpace { get; private set; }

    /// <summary>Acknowledgements received that are pings.</summary>
    [Key("Ack-Rx.png")] public long? AcksReceivedPing { get; private set; }

    /// <summary>Acknowledgements received that answer pings.</summary>
    [Key("Ack-Rx.prs")] public long? AcksReceivedPingResponse { get; private set; }

    /// <summary>Acknowledgements received that were delayed.</summary>
    [Key("Ack-Rx.dly")] public long? AcksReceivedDelayed { get; private set; }

    /// <summary>Acknowledgements received sent when idle.</summary>
    [Key("Ack-Rx.idl")] public long? AcksReceivedIdle { get; private set; }

    /// <summary>Acknowledgements received without a reason.</summary>
    [Key("Ack-Rx.z")] public long? AcksReceivedWithoutReason { get; private set; }

    /// <summary>Acknowledgements asked for because one was lost.</summary>
    [Key("Why-Req-A.acklost")] public long? AckRequestsAfterLoss { get; private set; }

    /// <summary>Acknowledgements asked for already (before Linux 6.14).</summary>
    [Key("Why-Req-A.already")] public long? AckRequestsAlready { get; private set; }

    /// <summary>Acknowledgements asked for to measure more round trip times.</summary>
    [Key("Why-Req-A.mrtt")] public long? AckRequestsForMoreSamples { get; private set; }

    /// <summary>Acknowledgements asked for because the round trip time is old.</summary>
    [Key("Why-Req-A.ortt")] public long? AckRequestsForOldSamples { get; private set; }

    /// <summary>Acknowledgements asked for because the program has stalled.</summary>
    [Key("Why-Req-A.stall")] public long? AckRequestsAfterStall { get; private set; }

    /// <summary>Acknowledgements asked for because the last packet of a service is not sent.</summary>
    [Key("Why-Req-A.nolast")] public long? AckRequestsBeforeLast { get; private set; }

    /// <summary>Acknowledgements asked for with a packet sent again.</summary>
    [Key("Why-Req-A.retx")] public long? AckRequestsWithRetransmit { get; private set; }

    /// <summary>Acknowledgements asked for in slow start.</summary>
    [Key("Why-Req-A.slows")] public long? AckRequestsInSlowStart { get; private set; }

    /// <summary>Acknowledgements asked for because the window is small.</summary>
    [Key("Why-Req-A.smtxw")] public long? AckRequestsInSmallWindow { get; private set; }

    /// <summary>Jumbo packets sent, by the number of packets in them from 1.</summary>
    [Key("Jumbo-Tx", Parser = nameof(TryCounts))] public long[]? JumboSentBySize { get; private set; }

    /// <summary>Jumbo packets received, by the number of packets in them from 1.</summary>
    [Key("Jumbo-Rx", Parser = nameof(TryCounts))] public long[]? JumboReceivedBySize { get; private set; }

    /// <summary>Transmit buffers that exist now.</summary>
    [Key("Buffers.txb", Parser = nameof(TryFirst))] public long? TransmitBuffers { get; private set; }

    /// <summary>Network buffers for sending that exist now; null since Linux 6.2.</summary>
    [Key("Buffers.txb", Parser = nameof(TrySecond))] public long? TransmitPackets { get; private set; }

    /// <summary>Network buffers for receiving that exist now.</summary>
    [Key("Buffers.rxb")] public long? ReceivePackets { get; private set; }

    /// <summary>Rounds of the thread that sends and receives.</summary>
    [Key("IO-thread.loops")] public long? ThreadRounds { get; private set; }

    /// <summary>Values unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcStatistics),
        new(nameof(DataSent), 9),
        new(nameof(DataRetransmitted), 17),
        new(nameof(DataReceived), 12),
        new(nameof(AcksSent), 8),
        new(nameof(TransmitBuffers), 15),
        new(nameof(ReceivePackets), 14));

    /// <summary>The data packets: <c>12 data packets sent, 9 received</c>.</summary>
    public override string ToString() => $"{DataSent} data packets sent, {DataReceived} received";

    /// <summary>Parses the bytes of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static RxrpcStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new RxrpcStatistics();
        Assignments.Read(text, record, source);
        return record;
    }

    // "1,2,3"
    private static bool TryCounts(ReadOnlySpan<byte> value, ProcSource source, out long[]? counts)
    {
        var numbers = new List<long>();
        var scanner = new FieldScanner(value);
        bool parsed = true;
        while (!scanner.Rest.IsEmpty)
        {
            parsed &= Value.TryRead(scanner.NextUntil((byte)','), source, out long number);
            numbers.Add(number);
        }

        counts = parsed ? [.. numbers] : null;
        return parsed;
    }

    // "5", before Linux 6.2 "5,3"
    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first)
    {
        int comma = value.IndexOf((byte)',');
        bool parsed = Value.TryRead(comma < 0 ? value : value[..comma], source, out long number);
        first = number;
        return parsed;
    }

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second)
    {
        int comma = value.IndexOf((byte)',');
        long number = 0;
        bool parsed = comma < 0 || Value.TryRead(value[(comma + 1)..], source, out number);
        second = comma < 0 ? null : number;
        return parsed;
    }
}
