using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/sctp/sctp_dbg_objcnt</c>: how many objects SCTP has allocated, in a kernel built to debug that. Source: sctp_dbg_objcnt of
/// net/sctp/objcnt.c.
/// </summary>
[Fields]
public sealed partial class SctpObjectCounts : IRecord<SctpObjectCounts>
{
    private SctpObjectCounts()
    {
    }

    /// <summary>Sockets.</summary>
    [Key("sock")] public long? Sockets { get; private set; }

    /// <summary>Endpoints.</summary>
    [Key("ep")] public long? Endpoints { get; private set; }

    /// <summary>Associations.</summary>
    [Key("assoc")] public long? Associations { get; private set; }

    /// <summary>Transports: addresses of other ends.</summary>
    [Key("transport")] public long? Transports { get; private set; }

    /// <summary>Chunks.</summary>
    [Key("chunk")] public long? Chunks { get; private set; }

    /// <summary>Lists of bound addresses.</summary>
    [Key("bind_addr")] public long? BoundAddressLists { get; private set; }

    /// <summary>Bound ports.</summary>
    [Key("bind_bucket")] public long? BoundPorts { get; private set; }

    /// <summary>Addresses.</summary>
    [Key("addr")] public long? Addresses { get; private set; }

    /// <summary>Maps of sequence numbers by stream (before Linux 4.14).</summary>
    [Key("ssnmap")] public long? SequenceMaps { get; private set; }

    /// <summary>Messages.</summary>
    [Key("datamsg")] public long? Messages { get; private set; }

    /// <summary>Keys of authentication.</summary>
    [Key("keys")] public long? Keys { get; private set; }

    /// <summary>Values unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SctpObjectCounts),
        new(nameof(Sockets), 8),
        new(nameof(Endpoints), 9),
        new(nameof(Associations), 12),
        new(nameof(Transports), 10),
        new(nameof(Chunks), 8),
        new(nameof(Messages), 8));

    /// <summary>The associations and chunks: <c>2 associations, 5 chunks</c>.</summary>
    public override string ToString() => $"{Associations} associations, {Chunks} chunks";

    /// <summary>Parses the bytes of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static SctpObjectCounts Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new SctpObjectCounts();
        KeyValues.Read(text, record, source);
        return record;
    }
}
