using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/netfilter/nfnetlink_log</c>: a group of packets that a program logs. Source: seq_show() of net/netfilter/nfnetlink_log.c.</summary>
[Fields]
public sealed partial class PacketLogGroup : ILine<PacketLogGroup>, IRow<PacketLogGroup>
{
    private PacketLogGroup()
    {
    }

    /// <summary>The number of the group.</summary>
    [Field(1)] public int? Group { get; private set; }

    /// <summary>The netlink port id of the program, usually its process id.</summary>
    [Field(2)] public long? PortNumber { get; private set; }

    /// <summary>Packets waiting.</summary>
    [Field(3)] public long? Length { get; private set; }

    /// <summary>The copy mode: 0 nothing, 1 only metadata, 2 the packet too.</summary>
    [Field(4)] public int? CopyMode { get; private set; }

    /// <summary>The maximum number of bytes copied per packet.</summary>
    [Field(5), Unit(Unit.Bytes)] public long? CopyRange { get; private set; }

    /// <summary>The maximum time that packets wait, in hundredths of a second.</summary>
    [Field(6)] public long? FlushTimeout { get; private set; }

    /// <summary>References in the kernel.</summary>
    [Field(7)] public long? References { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<PacketLogGroup>.Form => "numbers";

    internal static View View => new(
        typeof(PacketLogGroup),
        new(nameof(Group), 6),
        new(nameof(PortNumber), 11),
        new(nameof(Length), 8),
        new(nameof(CopyMode), 8),
        new(nameof(CopyRange), 9));

    /// <summary>The number and the packets waiting: <c>5: 0 waiting</c>.</summary>
    public override string ToString() => $"{Group?.ToString() ?? "?"}: {Length?.ToString() ?? "?"} waiting";

    static string IRow<PacketLogGroup>.NameOf(PacketLogGroup row) => $"{row.Group}";

    /// <inheritdoc/>
    public static PacketLogGroup? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = new PacketLogGroup();
        return Lines.ReadFields(line, row, source, 7) && ((IFields)row).IsWhole ? row : null;
    }
}
