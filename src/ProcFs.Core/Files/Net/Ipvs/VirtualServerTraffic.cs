using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_vs_stats</c> and <c>ip_vs_stats_percpu</c>: the traffic of the load balancer, in total, of a CPU, or a second. Source:
/// ip_vs_stats_show() and ip_vs_stats_percpu_show() of net/netfilter/ipvs/ip_vs_ctl.c.
/// </summary>
[Fields]
public sealed partial class VirtualServerTraffic : ITable<VirtualServerTraffic>
{
    private VirtualServerTraffic()
    {
    }

    /// <summary>The CPU; null for all.</summary>
    public int? Cpu { get; private set; }

    /// <summary>Whether the values are of a second, averaged, instead of since the start.</summary>
    public bool IsRate { get; private set; }

    /// <summary>Connections.</summary>
    [Field(1, Scale.Hex)] public ulong? Connections { get; private set; }

    /// <summary>Packets received from clients.</summary>
    [Field(2, Scale.Hex)] public ulong? ReceivePackets { get; private set; }

    /// <summary>Packets sent to clients.</summary>
    [Field(3, Scale.Hex)] public ulong? TransmitPackets { get; private set; }

    /// <summary>Bytes received from clients.</summary>
    [Field(4, Scale.Hex), Unit(Unit.Bytes)] public ulong? ReceiveBytes { get; private set; }

    /// <summary>Bytes sent to clients.</summary>
    [Field(5, Scale.Hex), Unit(Unit.Bytes)] public ulong? TransmitBytes { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(VirtualServerTraffic),
        new(nameof(Cpu), 4),
        new(nameof(IsRate), 6),
        new(nameof(Connections), 12),
        new(nameof(ReceivePackets), 14),
        new(nameof(TransmitPackets), 15),
        new(nameof(ReceiveBytes), 12),
        new(nameof(TransmitBytes), 13));

    /// <summary>What it is of, and the connections: <c>all: 1200 connections</c>, <c>0: 300 connections</c>.</summary>
    public override string ToString() => $"{Cpu?.ToString() ?? "all"}: {Connections?.ToString() ?? "?"} connections{(IsRate ? "/s" : "")}";

    static string IRow<VirtualServerTraffic>.NameOf(VirtualServerTraffic row) => $"{row.Cpu?.ToString() ?? "all"}{(row.IsRate ? "-rate" : "")}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<VirtualServerTraffic, bool> emit)
    {
        bool isRate = false;
        Lines.ReadSections(
            source,
            static line => line.IndexOf("Incoming"u8) >= 0 || line.IndexOf("Conns"u8) >= 0,
            line => isRate |= line.IndexOf("/s"u8) >= 0,
            (line, from) => Parse(line, isRate, from),
            "five hexadecimal numbers, after those of a CPU or ~",
            emit);
    }

    // " 3 ...", "  ~ ..." for all, and five numbers in ip_vs_stats.
    private static VirtualServerTraffic? Parse(ReadOnlySpan<byte> line, bool isRate, ProcSource source)
    {
        var words = new FieldScanner(line);
        int count = 0;
        while (!words.Next().IsEmpty)
        {
            count++;
        }

        var row = new VirtualServerTraffic { IsRate = isRate };
        words = new FieldScanner(line);
        ReadOnlySpan<byte> first = count == 6 ? words.Next() : default;
        row.Cpu = Number.TryHex(first, out ulong cpu) && cpu <= int.MaxValue ? (int)cpu : null;
        bool isOdd = count == 6 && row.Cpu is null && first is not [(byte)'~'];
        return count is 5 or 6 && !isOdd && Lines.ReadFields(words.Rest, row, source, 5) ? row : null;
    }
}
