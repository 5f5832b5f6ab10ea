using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/netfilter/nfnetlink_queue</c>: a queue in which packets wait for the verdict of a program. Source: seq_show() of net/netfilter/nfnetlink_queue.c.</summary>
[Fields]
public sealed partial class PacketQueue : ILine<PacketQueue>, IRow<PacketQueue>
{
    private PacketQueue()
    {
    }

    /// <summary>The number of the queue.</summary>
    [Field(1)] public int? Number { get; private set; }

    /// <summary>The netlink port id of the program, usually its process id.</summary>
    [Field(2)] public long? PortNumber { get; private set; }

    /// <summary>Packets waiting.</summary>
    [Field(3)] public long? Length { get; private set; }

    /// <summary>The copy mode: 0 nothing, 1 only metadata, 2 the packet too.</summary>
    [Field(4)] public int? CopyMode { get; private set; }

    /// <summary>The maximum number of bytes copied per packet.</summary>
    [Field(5), Unit(Unit.Bytes)] public long? CopyRange { get; private set; }

    /// <summary>Packets dropped because the queue was full.</summary>
    [Field(6)] public ulong? QueueDropped { get; private set; }

    /// <summary>Packets dropped because they could not be sent to the program.</summary>
    [Field(7)] public ulong? UserDropped { get; private set; }

    /// <summary>The number of the last packet.</summary>
    [Field(8)] public ulong? Sequence { get; private set; }

    /// <summary>Fields unknown to this version, by number; the ninth is 1.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<PacketQueue>.Form => "numbers";

    internal static View View => new(
        typeof(PacketQueue),
        new(nameof(Number), 7),
        new(nameof(PortNumber), 11),
        new(nameof(Length), 8),
        new(nameof(QueueDropped), 12),
        new(nameof(UserDropped), 11),
        new(nameof(Sequence), 10));

    /// <summary>The number and the packets waiting: <c>0: 12 waiting</c>.</summary>
    public override string ToString() => $"{Number?.ToString() ?? "?"}: {Length?.ToString() ?? "?"} waiting";

    static string IRow<PacketQueue>.NameOf(PacketQueue row) => $"{row.Number}";

    /// <inheritdoc/>
    public static PacketQueue? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = new PacketQueue();
        return Lines.ReadFields(line, row, source, 8) && ((IFields)row).IsWhole ? row : null;
    }
}
