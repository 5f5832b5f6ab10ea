using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_vs_app</c>: an application module of the load balancer, such as that of FTP, on one port. Source: ip_vs_app_seq_show() of
/// net/netfilter/ipvs/ip_vs_app.c.
/// </summary>
[Fields]
public sealed partial class VirtualServerApplication : ITable<VirtualServerApplication>
{
    private VirtualServerApplication()
    {
    }

    /// <summary>The transport protocol: <c>TCP</c>, <c>UDP</c>, <c>SCTP</c>, or <c>IP_</c> with a number.</summary>
    [Key("prot")] public string Protocol { get; private set; } = "";

    /// <summary>The port of the connections that it handles.</summary>
    [Key("port")] public int? Port { get; private set; }

    /// <summary>The number of connections that use it.</summary>
    [Key("usecnt")] public int? UserCount { get; private set; }

    /// <summary>The name: <c>ftp</c>.</summary>
    [Key("name")] public string Name { get; private set; } = "";

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(VirtualServerApplication),
        new(nameof(Name), 17),
        new(nameof(Protocol), 8),
        new(nameof(Port), 6),
        new(nameof(UserCount), 9));

    /// <summary>The name, the protocol and the port: <c>ftp TCP 21</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Protocol} {Port}");

    static string IRow<VirtualServerApplication>.NameOf(VirtualServerApplication row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<VirtualServerApplication, bool> emit) =>
        HeaderedLines.Read(source, static _ => new VirtualServerApplication(), emit);
}
