using System.Globalization;
using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_mr_cache</c> and <c>ip6_mr_cache</c>: a cached multicast route. Source: ipmr_mfc_seq_show() of net/ipv4/ipmr.c,
/// ip6mr_mfc_seq_show() of net/ipv6/ip6mr.c.
/// </summary>
[Fields]
public sealed partial class MulticastRoute : ITable<MulticastRoute>
{
    private MulticastRoute()
    {
    }

    /// <summary>The address of the group.</summary>
    [Field(1, Parser = nameof(TryAddress)), Unit(Unit.None)] public IPAddress? Group { get; private set; }

    /// <summary>The address of the source.</summary>
    [Field(2, Parser = nameof(TryAddress)), Unit(Unit.None)] public IPAddress? Origin { get; private set; }

    /// <summary>The interface on which its packets arrive; -1 or 65535 while that is not resolved.</summary>
    [Field(3)] public int? InputInterface { get; private set; }

    /// <summary>Packets forwarded.</summary>
    [Field(4)] public long? Packets { get; private set; }

    /// <summary>Bytes forwarded.</summary>
    [Field(5), Unit(Unit.Bytes)] public long? Bytes { get; private set; }

    /// <summary>Packets that arrived on another interface.</summary>
    [Field(6)] public long? WrongInterface { get; private set; }

    /// <summary>The interfaces to which its packets go, each with the lowest TTL that they need: <c>2:1</c>.</summary>
    public string[] Outputs { get; private set; } = [];

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MulticastRoute),
        new(nameof(Group), 24),
        new(nameof(Origin), 24),
        new(nameof(InputInterface), 14),
        new(nameof(Packets), 10),
        new(nameof(Bytes), 9),
        new(nameof(Outputs), 16));

    /// <summary>The source and the group: <c>192.0.2.9 -> 239.1.2.3</c>.</summary>
    public override string ToString() => $"{Origin?.ToString() ?? "?"} -> {Group?.ToString() ?? "?"}";

    static string IRow<MulticastRoute>.NameOf(MulticastRoute row) => $"{row.Group?.ToString() ?? "?"}-{row.Origin?.ToString() ?? "?"}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MulticastRoute, bool> emit) =>
        Lines.ReadBelow(source, "Group"u8, static (line, _, from) => Parse(line, from), "a group, a source and an interface", emit);

    private static MulticastRoute? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var row = new MulticastRoute();
        IFields fields = row;
        var words = new FieldScanner(line);
        int number = 1;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int colon = word.IndexOf((byte)':');
            if (number <= 6)
            {
                fields.Set(number, word, source);
            }
            else if (colon > 0)
            {
                // "2:1  ", and "10:1": the number of the interface is padded on its left, the TTL on its right.
                row.Outputs = [.. row.Outputs, LosslessText.Decode(word)];
            }
            else
            {
                fields.Keep(System.Text.Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)), word, source);
            }

            number++;
        }

        return number > 3 ? row : null;
    }

    // A word in the byte order of the machine, or an IPv6 address with all its groups.
    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address) =>
        value.Contains((byte)':') ? Value.TryRead(value, source, out address) : Value.TryAddressWords(value, source, out address);
}
