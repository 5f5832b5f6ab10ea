using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/xfrm_stat</c>: packets that IPsec did not take or send, by reason, since the network namespace was made. Source: Documentation/networking/xfrm_proc.rst,
/// net/xfrm/xfrm_proc.c.
/// </summary>
[Fields]
public sealed partial class XfrmStatistics : IRecord<XfrmStatistics>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private XfrmStatistics()
    {
    }

    /// <summary>Packets received with an error that no other counter has.</summary>
    [Key("XfrmInError")] public ulong? InError { get; private set; }

    /// <summary>Packets received for which there was no memory.</summary>
    [Key("XfrmInBufferError")] public ulong? InBufferError { get; private set; }

    /// <summary>Packets received with an error in their header.</summary>
    [Key("XfrmInHdrError")] public ulong? InHdrError { get; private set; }

    /// <summary>Packets received of no known state.</summary>
    [Key("XfrmInNoStates")] public ulong? InNoStates { get; private set; }

    /// <summary>Packets received with an error of the protocol.</summary>
    [Key("XfrmInStateProtoError")] public ulong? InStateProtoError { get; private set; }

    /// <summary>Packets received with an error of the mode.</summary>
    [Key("XfrmInStateModeError")] public ulong? InStateModeError { get; private set; }

    /// <summary>Packets received outside the window of sequence numbers.</summary>
    [Key("XfrmInStateSeqError")] public ulong? InStateSeqError { get; private set; }

    /// <summary>Packets received of a state that has expired.</summary>
    [Key("XfrmInStateExpired")] public ulong? InStateExpired { get; private set; }

    /// <summary>Packets received of a state whose options do not match.</summary>
    [Key("XfrmInStateMismatch")] public ulong? InStateMismatch { get; private set; }

    /// <summary>Packets received of an invalid state.</summary>
    [Key("XfrmInStateInvalid")] public ulong? InStateInvalid { get; private set; }

    /// <summary>Packets received that match no template of a policy.</summary>
    [Key("XfrmInTmplMismatch")] public ulong? InTmplMismatch { get; private set; }

    /// <summary>Packets received that no policy is for.</summary>
    [Key("XfrmInNoPols")] public ulong? InNoPols { get; private set; }

    /// <summary>Packets received that a policy blocks.</summary>
    [Key("XfrmInPolBlock")] public ulong? InPolBlock { get; private set; }

    /// <summary>Packets received with an error of the policy.</summary>
    [Key("XfrmInPolError")] public ulong? InPolError { get; private set; }

    /// <summary>Packets not sent for an error that no other counter has.</summary>
    [Key("XfrmOutError")] public ulong? OutError { get; private set; }

    /// <summary>Packets not sent since no bundle could be made.</summary>
    [Key("XfrmOutBundleGenError")] public ulong? OutBundleGenError { get; private set; }

    /// <summary>Packets not sent since their bundle was not valid.</summary>
    [Key("XfrmOutBundleCheckError")] public ulong? OutBundleCheckError { get; private set; }

    /// <summary>Packets not sent since there was no state.</summary>
    [Key("XfrmOutNoStates")] public ulong? OutNoStates { get; private set; }

    /// <summary>Packets not sent for an error of the protocol.</summary>
    [Key("XfrmOutStateProtoError")] public ulong? OutStateProtoError { get; private set; }

    /// <summary>Packets not sent for an error of the mode.</summary>
    [Key("XfrmOutStateModeError")] public ulong? OutStateModeError { get; private set; }

    /// <summary>Packets not sent since the sequence numbers were used up.</summary>
    [Key("XfrmOutStateSeqError")] public ulong? OutStateSeqError { get; private set; }

    /// <summary>Packets not sent since their state has expired.</summary>
    [Key("XfrmOutStateExpired")] public ulong? OutStateExpired { get; private set; }

    /// <summary>Packets not sent since a policy blocks them.</summary>
    [Key("XfrmOutPolBlock")] public ulong? OutPolBlock { get; private set; }

    /// <summary>Packets not sent since their policy is no longer valid.</summary>
    [Key("XfrmOutPolDead")] public ulong? OutPolDead { get; private set; }

    /// <summary>Packets not sent for an error of the policy.</summary>
    [Key("XfrmOutPolError")] public ulong? OutPolError { get; private set; }

    /// <summary>Packets not forwarded for an error in their header.</summary>
    [Key("XfrmFwdHdrError")] public ulong? FwdHdrError { get; private set; }

    /// <summary>Packets not sent since their state is invalid.</summary>
    [Key("XfrmOutStateInvalid")] public ulong? OutStateInvalid { get; private set; }

    /// <summary>States that could not be asked for.</summary>
    [Key("XfrmAcquireError")] public ulong? AcquireError { get; private set; }

    /// <summary>Packets not sent since their state is for the other direction.</summary>
    [Key("XfrmOutStateDirError")] public ulong? OutStateDirError { get; private set; }

    /// <summary>Packets received of a state for the other direction.</summary>
    [Key("XfrmInStateDirError")] public ulong? InStateDirError { get; private set; }

    /// <summary>Packets received with an error of IP-TFS.</summary>
    [Key("XfrmInIptfsError")] public ulong? InIptfsError { get; private set; }

    /// <summary>Packets not sent for lack of room in the queue.</summary>
    [Key("XfrmOutNoQueueSpace")] public ulong? OutNoQueueSpace { get; private set; }

    /// <summary>All counters by the kernel's names: <c>XfrmInError</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters that are no number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>How many in all: <c>3 errors</c>.</summary>
    public override string ToString() => $"{_counters.Values.Aggregate(0UL, static (sum, count) => sum + count)} errors";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static XfrmStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new XfrmStatistics();
        CounterLines.Read(text, counters, counters._counters, source);
        return counters;
    }
}
