using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/sctp/assocs</c>: an SCTP association, which is a connection with all addresses of both ends. Source: sctp_assocs_seq_show() of
/// net/sctp/proc.c.
/// </summary>
[Fields]
public sealed partial class SctpAssociation : ITable<SctpAssociation>
{
    private const int HeadFields = 13;

    private SctpAssociation()
    {
    }

    /// <summary>The location of the socket in kernel memory, or a value that stands for it; null if the kernel writes zero.</summary>
    [Field(2, Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The style: 0 for one-to-many (UDP style), 1 for an association that was peeled off, 2 for one-to-one (TCP style).</summary>
    [Field(3)] public int? Style { get; private set; }

    /// <summary>The state of the socket, which is one of TCP's: Listen, Established, Close.</summary>
    [Field(4, Parser = nameof(TryState))] public TcpState? SocketState { get; private set; }

    /// <summary>
    /// The state of the association: 0 closed, 1 cookie wait, 2 cookie echoed, 3 established, 4 shutdown pending, 5 shutdown sent, 6 shutdown received, 7 shutdown
    /// acknowledged. Source: sctp_state of include/net/sctp/constants.h.
    /// </summary>
    [Field(5)] public int? State { get; private set; }

    /// <summary>The number of the association.</summary>
    [Field(7)] public long? AssociationId { get; private set; }

    /// <summary>Bytes sent and not yet acknowledged.</summary>
    [Field(8), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>Bytes received and not yet read by the program.</summary>
    [Field(9), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The user who created the socket.</summary>
    [Field(10)] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode of the socket, as in the descriptor's target <c>socket:[1234]</c>.</summary>
    [Field(11)] public ulong Inode { get; private set; }

    /// <summary>The local port.</summary>
    [Field(12)] public int? LocalPort { get; private set; }

    /// <summary>The remote port.</summary>
    [Field(13)] public int? RemotePort { get; private set; }

    /// <summary>The local addresses, the primary one first.</summary>
    public string[] LocalAddresses { get; private set; } = [];

    /// <summary>The remote addresses, the primary one first.</summary>
    public string[] RemoteAddresses { get; private set; } = [];

    /// <summary>The interval of the heartbeats, in the ticks of the kernel's own clock, whose length the file does not give.</summary>
    [Field(14)] public long? HeartbeatInterval { get; private set; }

    /// <summary>The number of incoming streams.</summary>
    [Field(15)] public int? InputStreams { get; private set; }

    /// <summary>The number of outgoing streams.</summary>
    [Field(16)] public int? OutputStreams { get; private set; }

    /// <summary>How many retransmissions end the association.</summary>
    [Field(17)] public int? MaximumRetransmits { get; private set; }

    /// <summary>The number of chunks that were sent again.</summary>
    [Field(20)] public long? Retransmits { get; private set; }

    /// <summary>Fields without a property, by number, after the columns of the file without the addresses.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SctpAssociation),
        new(nameof(AssociationId), 13),
        new(nameof(State), 5),
        new(nameof(LocalAddresses), 24),
        new(nameof(LocalPort), 9),
        new(nameof(RemoteAddresses), 24),
        new(nameof(RemotePort), 10),
        new(nameof(User), 10));

    private static string Form => "13 fields, local addresses, <->, and remote addresses";

    /// <summary>The primary addresses, the ports and the inode: <c>192.0.2.5:41 -> 192.0.2.7:5000 21034</c>.</summary>
    public override string ToString() =>
        $"{SocketAddress.TextOf(LocalAddresses.FirstOrDefault(), LocalPort)} -> {SocketAddress.TextOf(RemoteAddresses.FirstOrDefault(), RemotePort)} {Inode}";

    static string IRow<SctpAssociation>.NameOf(SctpAssociation row) => $"{row.AssociationId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SctpAssociation, bool> emit) =>
        Lines.ReadBelow(source, " ASSOC"u8, static (line, _, from) => Parse(line, from), Form, emit);

    private static SctpAssociation? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var row = new SctpAssociation();
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> before = line;
        for (int i = 0; i < HeadFields; i++)
        {
            words.Next();
        }

        bool isHead = Lines.ReadFields(before[..^words.Rest.Length], row, source, HeadFields);
        ReadOnlySpan<byte> rest = words.Rest;
        int middle = rest.IndexOf("<->"u8);
        int tab = middle < 0 ? -1 : rest[middle..].IndexOf((byte)'\t');
        if (!isHead || middle < 0 || !((IFields)row).IsWhole)
        {
            return null;
        }

        ReadOnlySpan<byte> remote = rest[(middle + 3)..];
        row.LocalAddresses = AddressesOf(rest[..middle]);
        row.RemoteAddresses = AddressesOf(tab < 0 ? remote : remote[..(tab - 3)]);
        if (tab >= 0)
        {
            Lines.ReadFields(remote[(tab - 3)..], row, source, 0, HeadFields + 1);
        }

        row.User = source.UserName(row.UserId);
        return row;
    }

    // "*192.0.2.5 198.51.100.5 ": the star marks the primary address.
    private static string[] AddressesOf(ReadOnlySpan<byte> text)
    {
        List<string> found = [];
        var words = new FieldScanner(text);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            bool isPrimary = word[0] == '*';
            string address = LosslessText.Decode(isPrimary ? word[1..] : word);
            found.Insert(isPrimary ? 0 : found.Count, System.Net.IPAddress.TryParse(address, out System.Net.IPAddress? parsed) ? $"{parsed}" : address);
        }

        return [.. found];
    }

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);

    // In decimal, where TCP's files have it in hexadecimal.
    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        state = Enum.IsDefined((TcpState)number) ? (TcpState)number : TcpState.Unknown;
        return parsed;
    }
}
