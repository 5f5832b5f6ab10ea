using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file of <c>/proc/net/ipt_hashlimit</c> or <c>ip6t_hashlimit</c>: a flow limited by a rule, and its credit. Source: dl_seq_print() of
/// net/netfilter/xt_hashlimit.c.
/// </summary>
[Fields]
public sealed partial class RateLimitEntry : ILine<RateLimitEntry>, IRow<RateLimitEntry>
{
    private RateLimitEntry()
    {
    }

    /// <summary>The time until the entry expires.</summary>
    public TimeSpan? Expires { get; private set; }

    /// <summary>The source; <c>0.0.0.0</c> or <c>::</c> if the rule does not distinguish sources.</summary>
    public IPAddress? Source { get; private set; }

    /// <summary>The source port; 0 if the rule does not distinguish source ports.</summary>
    public int? SourcePort { get; private set; }

    /// <summary>The destination, in the same form.</summary>
    public IPAddress? Destination { get; private set; }

    /// <summary>The destination port, in the same form.</summary>
    public int? DestinationPort { get; private set; }

    /// <summary>The remaining credit, in a unit of the kernel.</summary>
    [Field(1)] public ulong? Credit { get; private set; }

    /// <summary>The maximum credit.</summary>
    [Field(2)] public ulong? CreditCap { get; private set; }

    /// <summary>The cost of a packet; for a limit in bytes, the cost of a block of bytes.</summary>
    [Field(3)] public ulong? Cost { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<RateLimitEntry>.Form => "a time, two ends and three numbers";

    internal static View View => new(
        typeof(RateLimitEntry),
        new(nameof(Source), 20),
        new(nameof(SourcePort), 10),
        new(nameof(Destination), 20),
        new(nameof(DestinationPort), 15),
        new(nameof(Credit), 12),
        new(nameof(Expires), 12));

    /// <summary>The addresses: <c>192.0.2.5:* -> 0.0.0.0:443</c>.</summary>
    public override string ToString() => $"{SocketAddress.TextOf($"{Source}", SourcePort)} -> {SocketAddress.TextOf($"{Destination}", DestinationPort)}";

    static string IRow<RateLimitEntry>.NameOf(RateLimitEntry row) => $"{row.Source}-{row.SourcePort}-{row.Destination}-{row.DestinationPort}".Replace(':', '_');

    /// <inheritdoc/>
    public static RateLimitEntry? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> expires = words.Next();
        ReadOnlySpan<byte> ends = words.Next();
        int arrow = ends.IndexOf("->"u8);
        var entry = new RateLimitEntry();
        if (arrow < 0 || !Lines.ReadFields(words.Rest, entry, source, fewest: 1))
        {
            return null;
        }

        entry.Expires = Value.TrySeconds(expires, source, out TimeSpan time) ? time : null;
        (entry.Source, entry.SourcePort) = End(ends[..arrow], source);
        (entry.Destination, entry.DestinationPort) = End(ends[(arrow + 2)..], source);
        return entry;
    }

    // "192.0.2.5:0", "2001:0db8:0000:0000:0000:0000:0000:0001:443"
    private static (IPAddress? Address, int? Port) End(ReadOnlySpan<byte> end, ProcSource source)
    {
        int colon = Math.Max(end.LastIndexOf((byte)':'), 0);
        _ = Value.TryRead(end[..colon], source, out IPAddress? address);
        return (address, Number.TryInt32(end[Math.Min(colon + 1, end.Length)..], out int port) && port is >= 0 and <= IPEndPoint.MaxPort ? port : null);
    }

    private void AddMissing(ref UnavailableFields fields)
    {
        fields.Add(nameof(Expires), Expires is null ? UnavailableReason.Malformed : null);
        fields.Add(nameof(Source), Source is null ? UnavailableReason.Malformed : null);
        fields.Add(nameof(SourcePort), SourcePort is null ? UnavailableReason.Malformed : null);
        fields.Add(nameof(Destination), Destination is null ? UnavailableReason.Malformed : null);
        fields.Add(nameof(DestinationPort), DestinationPort is null ? UnavailableReason.Malformed : null);
    }
}
