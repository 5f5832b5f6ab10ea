using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/sctp/remaddr</c>: an address of the other end of an SCTP association. Source: sctp_remaddr_seq_show() of net/sctp/proc.c.
/// </summary>
[Fields(Ignored = ["REM_ADDR_RTX", "START"])]
public sealed partial class SctpRemoteAddress : ITable<SctpRemoteAddress>
{
    private SctpRemoteAddress()
    {
    }

    /// <summary>The address.</summary>
    [Key("ADDR")] public string Address { get; private set; } = "";

    /// <summary>The number of the association.</summary>
    [Key("ASSOC_ID")] public long? AssociationId { get; private set; }

    /// <summary>Whether a heartbeat timer runs for the address.</summary>
    [Key("HB_ACT")] public bool? IsHeartbeatActive { get; private set; }

    /// <summary>The retransmission timeout, in the ticks of the kernel's own clock, whose length the file does not give.</summary>
    [Key("RTO")] public long? RetransmitTimeout { get; private set; }

    /// <summary>How many retransmissions make the path inactive.</summary>
    [Key("MAX_PATH_RTX")] public int? MaximumRetransmits { get; private set; }

    /// <summary>The state of the path: 0 inactive, 1 partially failed, 2 active, 3 unconfirmed, 4 unknown (since Linux 3.18).</summary>
    [Key("STATE")] public int? State { get; private set; }

    /// <summary>Columns that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SctpRemoteAddress),
        new(nameof(Address), 39),
        new(nameof(AssociationId), 13),
        new(nameof(State), 5),
        new(nameof(RetransmitTimeout), 17));

    /// <summary>The association and the address: <c>3 192.168.2.5</c>.</summary>
    public override string ToString() => $"{AssociationId} {Address}".TrimStart();

    static string IRow<SctpRemoteAddress>.NameOf(SctpRemoteAddress row) => row.Address;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SctpRemoteAddress, bool> emit) => HeaderedLines.Read(source, static _ => new SctpRemoteAddress(), emit);
}
