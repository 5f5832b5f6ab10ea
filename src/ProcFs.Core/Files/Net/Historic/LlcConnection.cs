using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/llc/core</c>: the state of a connection of logical link control. Source: llc_seq_core_show() of net/llc/llc_proc.c.
/// </summary>
[Fields]
public sealed partial class LlcConnection : ITable<LlcConnection>
{
    private LlcConnection()
    {
    }

    /// <summary>The service access point of the other end.</summary>
    [Field(1, Scale.Hex), Unit(Unit.Hex)] public ulong DestinationAccessPoint { get; private set; }

    /// <summary>The state, as the standard names it: <c>adm</c>, <c>setup</c>, <c>normal</c>, <c>busy</c>, <c>await</c>.</summary>
    [Field(2)] public string? State { get; private set; }

    /// <summary>The number of retries.</summary>
    [Field(3)] public long? Retries { get; private set; }

    /// <summary>The size of the transmit window.</summary>
    [Field(4)] public long? SendWindow { get; private set; }

    /// <summary>The size of the receive window.</summary>
    [Field(5)] public long? ReceiveWindow { get; private set; }

    /// <summary>The poll flag.</summary>
    [Field(6)] public long? PollFlag { get; private set; }

    /// <summary>The final flag.</summary>
    [Field(7)] public long? FinalFlag { get; private set; }

    /// <summary>The supervisory flag.</summary>
    [Field(8)] public long? SupervisoryFlag { get; private set; }

    /// <summary>The data flag.</summary>
    [Field(9)] public long? DataFlag { get; private set; }

    /// <summary>Whether the other end is busy.</summary>
    [Field(10)] public bool? IsRemoteBusy { get; private set; }

    /// <summary>The cause flag.</summary>
    [Field(11)] public long? CauseFlag { get; private set; }

    /// <summary>Whether the acknowledgement timer runs.</summary>
    [Field(12)] public bool? IsAcknowledgementTimerActive { get; private set; }

    /// <summary>Whether the poll timer runs.</summary>
    [Field(13)] public bool? IsPollTimerActive { get; private set; }

    /// <summary>Whether the reject timer runs.</summary>
    [Field(14)] public bool? IsRejectTimerActive { get; private set; }

    /// <summary>Whether the busy timer runs.</summary>
    [Field(15)] public bool? IsBusyTimerActive { get; private set; }

    /// <summary>Whether packets wait because a program uses the socket.</summary>
    [Field(16)] public bool? HasBacklog { get; private set; }

    /// <summary>Whether a program uses the socket at the moment.</summary>
    [Field(17)] public bool? IsOwned { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(LlcConnection),
        new(nameof(DestinationAccessPoint), 22),
        new(nameof(State), 10),
        new(nameof(Retries), 7),
        new(nameof(SendWindow), 10),
        new(nameof(ReceiveWindow), 13),
        new(nameof(IsRemoteBusy), 12));

    /// <summary>The access point and the state: <c>04 normal</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{DestinationAccessPoint:x2} {State}".TrimEnd());

    static string IRow<LlcConnection>.NameOf(LlcConnection row) => $"{row.DestinationAccessPoint:x2}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<LlcConnection, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("Connection list"u8) || line.StartsWith("dsap "u8),
        static _ => { },
        static (line, from) =>
        {
            var row = new LlcConnection();
            return Lines.ReadFields(line, row, from, 2) && ((IFields)row).IsWhole ? row : null;
        },
        "an access point, a state, windows and flags",
        emit);
}
