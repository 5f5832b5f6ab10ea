using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/xfrm_stat</c>: packets that IPsec dropped, by reason, since the creation of the network namespace. Source:
/// Documentation/networking/xfrm_proc.rst, net/xfrm/xfrm_proc.c.
/// </summary>
[Fields]
public sealed partial class XfrmStatistics : IRecord<XfrmStatistics>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private XfrmStatistics()
    {
    }

    /// <summary>Packets received with an error without a counter of its own.</summary>
    [Key("XfrmInError")] public ulong? InError { get; private set; }

    /// <summary>Packets received without memory available.</summary>
    [Key("XfrmInBufferError")] public ulong? InBufferError { get; private set; }

    /// <summary>Packets received with a header error.</summary>
    [Key("XfrmInHdrError")] public ulong? InHdrError { get; private set; }

    /// <summary>Packets received without a state.</summary>
    [Key("XfrmInNoStates")] public ulong? InNoStates { get; private set; }

    /// <summary>Packets received with a protocol error of the transformation.</summary>
    [Key("XfrmInStateProtoError")] public ulong? InStateProtoError { get; private set; }

    /// <summary>Packets received with a mode error of the transformation.</summary>
    [Key("XfrmInStateModeError")] public ulong? InStateModeError { get; private set; }

    /// <summary>Packets received outside the sequence number window.</summary>
    [Key("XfrmInStateSeqError")] public ulong? InStateSeqError { get; private set; }

    /// <summary>Packets received for an expired state.</summary>
    [Key("XfrmInStateExpired")] public ulong? InStateExpired { get; private set; }

    /// <summary>Packets received for a state with mismatched options.</summary>
    [Key("XfrmInStateMismatch")] public ulong? InStateMismatch { get; private set; }

    /// <summary>Packets received for an invalid state.</summary>
    [Key("XfrmInStateInvalid")] public ulong? InStateInvalid { get; private set; }

    /// <summary>Packets received that match no template of a policy.</summary>
    [Key("XfrmInTmplMismatch")] public ulong? InTmplMismatch { get; private set; }

    /// <summary>Packets received without a policy for their states.</summary>
    [Key("XfrmInNoPols")] public ulong? InNoPols { get; private set; }

    /// <summary>Packets received that a policy blocks.</summary>
    [Key("XfrmInPolBlock")] public ulong? InPolBlock { get; private set; }

    /// <summary>Packets received with a policy error.</summary>
    [Key("XfrmInPolError")] public ulong? InPolError { get; private set; }

    /// <summary>Packets not sent because of an error without a counter of its own.</summary>
    [Key("XfrmOutError")] public ulong? OutError { get; private set; }

    /// <summary>Packets not sent because no bundle could be generated.</summary>
    [Key("XfrmOutBundleGenError")] public ulong? OutBundleGenError { get; private set; }

    /// <summary>Packets not sent because the bundle check failed.</summary>
    [Key("XfrmOutBundleCheckError")] public ulong? OutBundleCheckError { get; private set; }

    /// <summary>Packets not sent because there was no state.</summary>
    [Key("XfrmOutNoStates")] public ulong? OutNoStates { get; private set; }

    /// <summary>Packets not sent because of a protocol error of the transformation.</summary>
    [Key("XfrmOutStateProtoError")] public ulong? OutStateProtoError { get; private set; }

    /// <summary>Packets not sent because of a mode error of the transformation.</summary>
    [Key("XfrmOutStateModeError")] public ulong? OutStateModeError { get; private set; }

    /// <summary>Packets not sent because the sequence numbers were exhausted.</summary>
    [Key("XfrmOutStateSeqError")] public ulong? OutStateSeqError { get; private set; }

    /// <summary>Packets not sent because the state has expired.</summary>
    [Key("XfrmOutStateExpired")] public ulong? OutStateExpired { get; private set; }

    /// <summary>Packets not sent because a policy blocks them.</summary>
    [Key("XfrmOutPolBlock")] public ulong? OutPolBlock { get; private set; }

    /// <summary>Packets not sent because the policy is dead.</summary>
    [Key("XfrmOutPolDead")] public ulong? OutPolDead { get; private set; }

    /// <summary>Packets not sent because of a policy error.</summary>
    [Key("XfrmOutPolError")] public ulong? OutPolError { get; private set; }

    /// <summary>Packets not forwarded because of a header error.</summary>
    [Key("XfrmFwdHdrError")] public ulong? FwdHdrError { get; private set; }

    /// <summary>Packets not sent because the state is invalid.</summary>
    [Key("XfrmOutStateInvalid")] public ulong? OutStateInvalid { get; private set; }

    /// <summary>States that could not be acquired.</summary>
    [Key("XfrmAcquireError")] public ulong? AcquireError { get; private set; }

    /// <summary>Packets not sent because the state is for the other direction.</summary>
    [Key("XfrmOutStateDirError")] public ulong? OutStateDirError { get; private set; }

    /// <summary>Packets received for a state of the other direction.</summary>
    [Key("XfrmInStateDirError")] public ulong? InStateDirError { get; private set; }

    /// <summary>Packets received with an IP-TFS error.</summary>
    [Key("XfrmInIptfsError")] public ulong? InIptfsError { get; private set; }

    /// <summary>Packets not sent because the queue was full.</summary>
    [Key("XfrmOutNoQueueSpace")] public ulong? OutNoQueueSpace { get; private set; }

    /// <summary>All counters by kernel name: <c>XfrmInError</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters without a number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(XfrmStatistics),
        new(nameof(InError), 8),
        new(nameof(InNoStates), 10),
        new(nameof(InNoPols), 8),
        new(nameof(InPolBlock), 10),
        new(nameof(OutError), 8),
        new(nameof(OutNoStates), 11),
        new(nameof(OutPolBlock), 11));

    /// <summary>The total: <c>3 errors</c>.</summary>
    public override string ToString() => $"{_counters.Values.Aggregate(0UL, static (sum, count) => sum + count)} errors";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static XfrmStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new XfrmStatistics();
        CounterLines.Read(text, counters, counters._counters, source);
        return counters;
    }
}
