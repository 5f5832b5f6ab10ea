using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/synproxy</c>: the SYN proxy statistics of a CPU since the creation of the network namespace. Source: synproxy_cpu_seq_show()
/// of net/netfilter/nf_synproxy_core.c.
/// </summary>
[Fields]
public sealed partial class SynProxyStatistics : ITable<SynProxyStatistics>
{
    private SynProxyStatistics()
    {
    }

    /// <summary>The position of the line, counted from 0: the number of the CPU, because the kernel writes a line for each possible one.</summary>
    public int Cpu { get; private set; }

    /// <summary>Always 0.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>SYN segments received.</summary>
    [Key("syn_received", Scale.Hex), Unit(Unit.None)] public ulong? SynReceived { get; private set; }

    /// <summary>Invalid SYN cookies.</summary>
    [Key("cookie_invalid", Scale.Hex), Unit(Unit.None)] public ulong? CookiesInvalid { get; private set; }

    /// <summary>Valid SYN cookies.</summary>
    [Key("cookie_valid", Scale.Hex), Unit(Unit.None)] public ulong? CookiesValid { get; private set; }

    /// <summary>Retransmissions of valid SYN cookies.</summary>
    [Key("cookie_retrans", Scale.Hex), Unit(Unit.None)] public ulong? CookiesRetransmitted { get; private set; }

    /// <summary>Reopened connections.</summary>
    [Key("conn_reopened", Scale.Hex), Unit(Unit.None)] public ulong? ConnectionsReopened { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SynProxyStatistics),
        new(nameof(Cpu), 4),
        new(nameof(SynReceived), 11),
        new(nameof(CookiesValid), 12),
        new(nameof(CookiesInvalid), 14),
        new(nameof(CookiesRetransmitted), 20),
        new(nameof(ConnectionsReopened), 19));

    /// <summary>The CPU, its requests and valid cookies: <c>0: 12 requests, 11 valid</c>.</summary>
    public override string ToString() => $"{Cpu}: {SynReceived?.ToString() ?? "?"} requests, {CookiesValid?.ToString() ?? "?"} valid";

    static string IRow<SynProxyStatistics>.NameOf(SynProxyStatistics row) => $"{row.Cpu}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SynProxyStatistics, bool> emit)
    {
        int cpu = 0;
        HeaderedLines.Read(source, static _ => new SynProxyStatistics(), row =>
        {
            row.Cpu = cpu++;
            return emit(row);
        });
    }
}
