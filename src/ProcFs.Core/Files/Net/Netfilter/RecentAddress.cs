using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file of <c>/proc/net/xt_recent</c>: a recent source address of packets. Source: recent_seq_show() of net/netfilter/xt_recent.c.
/// </summary>
[Fields]
public sealed partial class RecentAddress : ILine<RecentAddress>, IRow<RecentAddress>
{
    private RecentAddress()
    {
    }

    /// <summary>The address.</summary>
    [Key("src")] public IPAddress? Address { get; private set; }

    /// <summary>The time to live of its packets, in hops.</summary>
    [Key("ttl:")] public int? TimeToLive { get; private set; }

    /// <summary>The time of the last packet, in jiffies, whose start is unknown.</summary>
    [Key("last_seen:")] public ulong? LastSeen { get; private set; }

    /// <summary>The index of the time that is replaced next.</summary>
    [Key("oldest_pkt:")] public int? NextIndex { get; private set; }

    /// <summary>The times of its packets, in the same unit.</summary>
    public ulong[] Times { get; private set; } = [];

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<RecentAddress>.Form => "an address, three numbers with their names, and times";

    internal static View View => new(
        typeof(RecentAddress),
        new(nameof(Address), 39),
        new(nameof(TimeToLive), 10),
        new(nameof(LastSeen), 16),
        new(nameof(NextIndex), 9));

    /// <summary>The address.</summary>
    public override string ToString() => $"{Address?.ToString() ?? "?"}";

    static string IRow<RecentAddress>.NameOf(RecentAddress row) => $"{row.Address}".Replace(':', '_');

    /// <inheritdoc/>
    public static RecentAddress? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!line.StartsWith("src="u8))
        {
            return null;
        }

        var row = new RecentAddress();
        IFields fields = row;
        var words = new FieldScanner(line["src="u8.Length..]);
        fields.Set(0, words.Next(), source);
        for (int field = 1; field < fields.Keys.Count; field++)
        {
            if (!words.Next().SequenceEqual(fields.Keys[field]))
            {
                return null;
            }

            fields.Set(field, words.Next(), source);
        }

        return row.TakeTimes(words, source) ? row : null;
    }

    // "4294937296, 4294938296"
    private bool TakeTimes(FieldScanner words, ProcSource source)
    {
        var times = new List<ulong>();
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!Value.TryRead(word.TrimEnd((byte)','), source, out ulong time))
            {
                return false;
            }

            times.Add(time);
        }

        Times = [.. times];
        return true;
    }
}
