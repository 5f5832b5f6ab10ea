using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/netfilter/nf_log</c>: the packet filter's logger for a protocol family. Source: seq_show() of net/netfilter/nf_log.c.
/// </summary>
public sealed class PacketLogger : ILine<PacketLogger>, IRow<PacketLogger>
{
    private PacketLogger()
    {
    }

    /// <summary>The number of the protocol family: 2 IPv4, 7 bridges, 10 IPv6.</summary>
    public int FamilyNumber { get; private set; }

    /// <summary>The active logger; null for none.</summary>
    public string? Logger { get; private set; }

    /// <summary>The available loggers.</summary>
    public string[] Available { get; private set; } = [];

    static string ILine<PacketLogger>.Form => "a number, a module and modules in brackets";

    internal static View View => new(
        typeof(PacketLogger),
        new(nameof(FamilyNumber), 12),
        new(nameof(Logger), 20),
        new(nameof(Available), 40));

    /// <summary>The family and the logger: <c>2 nf_log_ipv4</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{FamilyNumber} {Logger ?? "NONE"}");

    static string IRow<PacketLogger>.NameOf(PacketLogger row) => $"{row.FamilyNumber}";

    /// <inheritdoc/>
    public static PacketLogger? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        bool isFamily = words.TryInt32(out int family);
        ReadOnlySpan<byte> logger = words.Next();
        ReadOnlySpan<byte> available = Value.Trim(words.Rest);
        if (!isFamily || available is not [(byte)'(', .., (byte)')'])
        {
            return null;
        }

        var names = new List<string>();
        var list = new FieldScanner(available[1..^1]);
        while (!list.Rest.IsEmpty)
        {
            names.Add(source.Intern(list.NextUntil((byte)',')));
        }

        return new PacketLogger
        {
            FamilyNumber = family,
            Logger = logger.SequenceEqual("NONE"u8) ? null : source.Intern(logger),
            Available = [.. names],
        };
    }
}
