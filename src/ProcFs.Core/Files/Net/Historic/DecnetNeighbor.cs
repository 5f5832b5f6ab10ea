using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/decnet_neigh</c>: a DECnet neighbor. Source: dn_neigh_format_entry() of net/decnet/dn_neigh.c.
/// </summary>
[Fields]
public sealed partial class DecnetNeighbor : ITable<DecnetNeighbor>
{
    private DecnetNeighbor()
    {
    }

    /// <summary>The address, as area and node: <c>1.2</c>.</summary>
    [Key("Addr")] public string Address { get; private set; } = "";

    /// <summary>
    /// What the neighbor is: <c>1</c> a level 1 router, <c>2</c> a level 2 router, <c>3</c> a node of phase III, with <c>-</c> for what it is not.
    /// </summary>
    [Key("Flags")] public string? Flags { get; private set; }

    /// <summary>
    /// The state of the neighbor: 1 incomplete, 2 reachable, 4 stale, 8 delay, 0x10 probe, 0x20 failed, 0x40 without resolution, 0x80 permanent.
    /// </summary>
    [Key("State", Scale.Hex)] public ulong? State { get; private set; }

    /// <summary>The number of references to the neighbor in the kernel.</summary>
    [Key("Use")] public long? References { get; private set; }

    /// <summary>The largest block that it takes.</summary>
    [Key("Blksize"), Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>The network device; null without one.</summary>
    [Key("Dev", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DecnetNeighbor),
        new(nameof(Address), 8),
        new(nameof(Flags), 5),
        new(nameof(State), 6),
        new(nameof(BlockSize), 9),
        new(nameof(Device), 16));

    /// <summary>The address and the device: <c>1.2 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address} dev {Device ?? "?"}");

    static string IRow<DecnetNeighbor>.NameOf(DecnetNeighbor row) => row.Address;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DecnetNeighbor, bool> emit) => HeaderedLines.Read(source, static _ => new DecnetNeighbor(), emit);

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value.SequenceEqual("?"u8) ? null : source.Intern(value);
        return true;
    }
}
