using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/sctp/snmp</c>: the counters of SCTP in the network namespace since it was created. Source: sctp_snmp_list of net/sctp/proc.c, RFC 3873.
/// </summary>
[Fields]
public sealed partial class SctpCounters : IRecord<SctpCounters>
{
    private SctpCounters()
    {
    }

    /// <summary>Associations that are established now.</summary>
    [Key("SctpCurrEstab")] public long? Established { get; private set; }

    /// <summary>Associations that this machine has opened.</summary>
    [Key("SctpActiveEstabs")] public long? ActiveOpens { get; private set; }

    /// <summary>Associations that other machines have opened.</summary>
    [Key("SctpPassiveEstabs")] public long? PassiveOpens { get; private set; }

    /// <summary>Associations that were aborted.</summary>
    [Key("SctpAborteds")] public long? Aborted { get; private set; }

    /// <summary>Associations that were shut down.</summary>
    [Key("SctpShutdowns")] public long? Shutdowns { get; private set; }

    /// <summary>Packets without an association.</summary>
    [Key("SctpOutOfBlues")] public long? OutOfTheBlue { get; private set; }

    /// <summary>Packets with a wrong checksum.</summary>
    [Key("SctpChecksumErrors")] public long? ChecksumErrors { get; private set; }

    /// <summary>Control chunks sent.</summary>
    [Key("SctpOutCtrlChunks")] public long? ControlChunksSent { get; private set; }

    /// <summary>Ordered data chunks sent.</summary>
    [Key("SctpOutOrderChunks")] public long? OrderedChunksSent { get; private set; }

    /// <summary>Unordered data chunks sent.</summary>
    [Key("SctpOutUnorderChunks")] public long? UnorderedChunksSent { get; private set; }

    /// <summary>Control chunks received.</summary>
    [Key("SctpInCtrlChunks")] public long? ControlChunksReceived { get; private set; }

    /// <summary>Ordered data chunks received.</summary>
    [Key("SctpInOrderChunks")] public long? OrderedChunksReceived { get; private set; }

    /// <summary>Unordered data chunks received.</summary>
    [Key("SctpInUnorderChunks")] public long? UnorderedChunksReceived { get; private set; }

    /// <summary>Messages that were fragmented.</summary>
    [Key("SctpFragUsrMsgs")] public long? MessagesFragmented { get; private set; }

    /// <summary>Messages that were reassembled.</summary>
    [Key("SctpReasmUsrMsgs")] public long? MessagesReassembled { get; private set; }

    /// <summary>Packets sent.</summary>
    [Key("SctpOutSCTPPacks")] public long? PacketsSent { get; private set; }

    /// <summary>Packets received.</summary>
    [Key("SctpInSCTPPacks")] public long? PacketsReceived { get; private set; }

    /// <summary>Expirations of the timer for INIT.</summary>
    [Key("SctpT1InitExpireds")] public long? T1InitExpirations { get; private set; }

    /// <summary>Expirations of the timer for COOKIE ECHO.</summary>
    [Key("SctpT1CookieExpireds")] public long? T1CookieExpirations { get; private set; }

    /// <summary>Expirations of the timer for SHUTDOWN.</summary>
    [Key("SctpT2ShutdownExpireds")] public long? T2ShutdownExpirations { get; private set; }

    /// <summary>Expirations of the retransmission timer.</summary>
    [Key("SctpT3RtxExpireds")] public long? T3RetransmitExpirations { get; private set; }

    /// <summary>Expirations of the timer for ASCONF.</summary>
    [Key("SctpT4RtoExpireds")] public long? T4RtoExpirations { get; private set; }

    /// <summary>Expirations of the timer that guards the shutdown.</summary>
    [Key("SctpT5ShutdownGuardExpireds")] public long? T5ShutdownGuardExpirations { get; private set; }

    /// <summary>Expirations of the delay of SACK.</summary>
    [Key("SctpDelaySackExpireds")] public long? DelayedSackExpirations { get; private set; }

    /// <summary>Associations closed because they were idle.</summary>
    [Key("SctpAutocloseExpireds")] public long? AutocloseExpirations { get; private set; }

    /// <summary>Chunks retransmitted by the retransmission timer.</summary>
    [Key("SctpT3Retransmits")] public long? T3Retransmits { get; private set; }

    /// <summary>Chunks retransmitted because of path MTU discovery.</summary>
    [Key("SctpPmtudRetransmits")] public long? PathMtuRetransmits { get; private set; }

    /// <summary>Chunks retransmitted by fast retransmit.</summary>
    [Key("SctpFastRetransmits")] public long? FastRetransmits { get; private set; }

    /// <summary>Packets received in the soft interrupt.</summary>
    [Key("SctpInPktSoftirq")] public long? PacketsInSoftirq { get; private set; }

    /// <summary>Packets that had to wait for the socket.</summary>
    [Key("SctpInPktBacklog")] public long? PacketsInBacklog { get; private set; }

    /// <summary>Packets received and discarded.</summary>
    [Key("SctpInPktDiscards")] public long? PacketsDiscarded { get; private set; }

    /// <summary>Data chunks received and discarded.</summary>
    [Key("SctpInDataChunkDiscards")] public long? DataChunksDiscarded { get; private set; }

    /// <summary>Counters that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SctpCounters),
        new(nameof(Established), 11),
        new(nameof(ActiveOpens), 11),
        new(nameof(PassiveOpens), 12),
        new(nameof(Aborted), 7),
        new(nameof(PacketsSent), 11),
        new(nameof(PacketsReceived), 15),
        new(nameof(ChecksumErrors), 14));

    /// <summary>The associations and the packets: <c>2 established, 512 packets sent, 498 received</c>.</summary>
    public override string ToString() => $"{Established} established, {PacketsSent} packets sent, {PacketsReceived} received";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static SctpCounters Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new SctpCounters();
        KeyValues.Read(text, counters, source, (byte)'\t');
        return counters;
    }
}
