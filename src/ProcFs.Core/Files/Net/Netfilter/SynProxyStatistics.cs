using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/synproxy</c>: the connections that a CPU has answered for others since the network namespace was made. Source:
/// synproxy_cpu_seq_show() of net/netfilter/nf_synproxy_core.c.
/// </summary>
[Fields]
public sealed partial class SynProxyStatistics : ITable<SynProxyStatistics>
{
    private SynProxyStatistics()
    {
    }

    /// <summary>The place of the line, counted from 0: the number of the CPU, as the kernel writes a line for each that may come online.</summary>
    public int Cpu { get; private set; }

    /// <summary>Always 0.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>Requests received.</summary>
    [Key("syn_received", Scale.Hex), Unit(Unit.None)] public ulong? SynReceived { get; private set; }

    /// <summary>Answers with an invalid cookie.</summary>
    [Key("cookie_invalid", Scale.Hex), Unit(Unit.None)] public ulong? CookiesInvalid { get; private set; }

    /// <summary>Answers with a valid cookie.</summary>
    [Key("cookie_valid", Scale.Hex), Unit(Unit.None)] public ulong? CookiesValid { get; private set; }

    /// <summary>Valid cookies received again.</summary>
    [Key("cookie_retrans", Scale.Hex), Unit(Unit.None)] public ulong? CookiesRetransmitted { get; private set; }

    /// <summary>Connections opened anew.</summary>
    [Key("conn_reopened", Scale.Hex), Unit(Unit.None)] public ulong? ConnectionsReopened { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SynProxyStatistics),
        new(nameof(Cpu), 4),
        new(nameof(SynReceived), 11),
        new(nameof(CookiesValid), 12),
        new(nameof(CookiesInvalid), 14),
        new(nameof(CookiesRetransmitted), 20),
        new(nameof(ConnectionsReopened), 19));

    /// <summary>The CPU and what it answered: <c>0: 12 requests, 11 valid</c>.</summary>
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
