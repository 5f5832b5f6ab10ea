using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/nf_conntrack_expect</c>, or of <c>ip_conntrack_expect</c> on old kernels: a connection that a protocol helper expects, such as the
/// data connection of FTP. Source: exp_seq_show() of net/netfilter/nf_conntrack_expect.c.
/// </summary>
[Fields]
public sealed partial class ExpectedConnection : ILine<ExpectedConnection>, IRow<ExpectedConnection>
{
    private ExpectedConnection()
    {
    }

    /// <summary>The time until it expires; null for one that does not.</summary>
    public TimeSpan? Timeout { get; private set; }

    /// <summary>The number of the address family: 2 IPv4, 10 IPv6; null on old kernels, which have only IPv4.</summary>
    [Key("l3proto")] public int? Family { get; private set; }

    /// <summary>The number of the protocol: 6 TCP, 17 UDP.</summary>
    [Key("proto")] public int? ProtocolNumber { get; private set; }

    /// <summary>The source; 0.0.0.0 or :: for any.</summary>
    [Key("src")] public IPAddress? Origin { get; private set; }

    /// <summary>The destination.</summary>
    [Key("dst")] public IPAddress? Destination { get; private set; }

    /// <summary>The source port; 0 for any.</summary>
    [Key("sport")] public int? OriginPort { get; private set; }

    /// <summary>The destination port.</summary>
    [Key("dport")] public int? DestinationPort { get; private set; }

    /// <summary>The helper that expects it, and what for: <c>ftp</c>, <c>sip/signalling</c>; null if there is none.</summary>
    public string? Helper { get; private set; }

    /// <summary>Whether it stays after the first connection.</summary>
    public bool IsPermanent { get; private set; }

    /// <summary>Whether it is not in use.</summary>
    public bool IsInactive { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<ExpectedConnection>.Form => "a timeout, a protocol and addresses";

    internal static View View => new(
        typeof(ExpectedConnection),
        new(nameof(ProtocolNumber), 14),
        new(nameof(Origin), 15),
        new(nameof(OriginPort), 10),
        new(nameof(Destination), 15),
        new(nameof(DestinationPort), 15),
        new(nameof(Timeout), 10),
        new(nameof(Helper), 14));

    /// <summary>The addresses and the helper: <c>192.0.2.5:* -> 192.0.2.7:40001 ftp</c>.</summary>
    public override string ToString() =>
        DisplayText.Escape($"{SocketAddress.TextOf($"{Origin}", OriginPort)} -> {SocketAddress.TextOf($"{Destination}", DestinationPort)} {Helper}".TrimEnd());

    static string IRow<ExpectedConnection>.NameOf(ExpectedConnection row) =>
        $"{row.ProtocolNumber}-{row.Origin}-{row.OriginPort}-{row.Destination}-{row.DestinationPort}".Replace(':', '_');

    /// <inheritdoc/>
    public static ExpectedConnection? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> timeout = words.Next();
        var row = new ExpectedConnection();
        bool isTime = Value.TrySeconds(timeout, source, out TimeSpan time);
        row.Timeout = isTime ? time : null;
        if (!isTime && timeout is not [(byte)'-'])
        {
            return null;
        }

        row.TakeWords(words, source);
        return row.Destination is null ? null : row;
    }

    // "l3proto = 2 proto=6 src=192.0.2.5 dst=192.0.2.7 sport=0 dport=40001 PERMANENT,INACTIVE ftp/data"
    private void TakeWords(FieldScanner words, ProcSource source)
    {
        IFields fields = this;
        KeyTable keys = fields.Keys;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int equal = word.IndexOf((byte)'=');
            if (word.SequenceEqual("l3proto"u8))
            {
                words.Next();
                fields.Set(keys.IndexOf(word, 0), words.Next(), source);
            }
            else if (equal > 0 && keys.IndexOf(word[..equal], 0) is >= 0 and var index)
            {
                fields.Set(index, word[(equal + 1)..], source);
            }
            else if (equal > 0)
            {
                fields.Keep(word[..equal], word[(equal + 1)..], source);
            }
            else
            {
                TakeFlags(word, source);
            }
        }
    }

    private void TakeFlags(ReadOnlySpan<byte> word, ProcSource source)
    {
        bool isPermanent = word.IndexOf("PERMANENT"u8) >= 0;
        bool isInactive = word.IndexOf("INACTIVE"u8) >= 0;
        bool isOfUser = word.IndexOf("USERSPACE"u8) >= 0;
        IsPermanent |= isPermanent;
        IsInactive |= isInactive;
        if (isOfUser)
        {
            ((IFields)this).Keep("USERSPACE"u8, default, source);
        }

        Helper = isPermanent || isInactive || isOfUser ? Helper : source.Intern(word);
    }

    // Other protocols have no ports.
    private static UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || property is nameof(OriginPort) or nameof(DestinationPort) ? null : UnavailableReason.NotOnThisKernel;
}
