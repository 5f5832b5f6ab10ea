using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/decnet_cache</c>: an entry of the DECnet route cache. Source: dn_rt_cache_seq_show() of net/decnet/dn_route.c.
/// </summary>
[Fields]
public sealed partial class DecnetCachedRoute : ITable<DecnetCachedRoute>
{
    private DecnetCachedRoute()
    {
    }

    /// <summary>The network device; <c>*</c> without one.</summary>
    [Field(1)] public string? Device { get; private set; }

    /// <summary>The address of the destination, as area and node: <c>1.2</c>.</summary>
    [Field(2)] public string Destination { get; private set; } = "";

    /// <summary>The address of the source.</summary>
    [Field(3)] public string? Source { get; private set; }

    /// <summary>The number of references to the entry in the kernel.</summary>
    [Field(4)] public long? References { get; private set; }

    /// <summary>How often it was used.</summary>
    [Field(5)] public long? Uses { get; private set; }

    /// <summary>The round trip time in the kernel's own units; 0 since Linux 3.1.</summary>
    [Field(6)] public long? RoundTripMetric { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DecnetCachedRoute),
        new(nameof(Destination), 11),
        new(nameof(Source), 8),
        new(nameof(Device), 16),
        new(nameof(References), 10),
        new(nameof(Uses), 8));

    /// <summary>The source, the destination and the device: <c>1.1 -> 1.2 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Source} -> {Destination} dev {Device ?? "?"}");

    static string IRow<DecnetCachedRoute>.NameOf(DecnetCachedRoute row) => $"{row.Source}-{row.Destination}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DecnetCachedRoute, bool> emit) => Lines.ReadSections(
        source,
        static line => Value.Trim(line).IsEmpty,
        static _ => { },
        static (line, from) =>
        {
            var row = new DecnetCachedRoute();
            bool isRow = Lines.ReadFields(line, row, from, 6) && ((IFields)row).IsWhole;
            return isRow ? row : null;
        },
        "a device, two addresses and three numbers",
        emit);
}
