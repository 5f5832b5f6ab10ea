using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/afs/addr_prefs</c>: how much the AFS client prefers addresses of servers. Source: afs_proc_addr_prefs_show() of
/// fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsAddressPreference : ITable<AfsAddressPreference>
{
    private AfsAddressPreference()
    {
    }

    /// <summary>The protocol: <c>UDP</c>.</summary>
    [Field(1)] public string? Protocol { get; private set; }

    /// <summary>The network: <c>192.0.2.0/24</c>.</summary>
    [Field(2)] public string Network { get; private set; } = "";

    /// <summary>The priority; the highest is preferred.</summary>
    [Field(3)] public long? Priority { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsAddressPreference),
        new(nameof(Network), 43),
        new(nameof(Priority), 8),
        new(nameof(Protocol), 8));

    /// <summary>The network and the priority: <c>192.0.2.0/24 100</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Network} {Priority}".TrimEnd());

    static string IRow<AfsAddressPreference>.NameOf(AfsAddressPreference row) => row.Network.Replace('/', '_').Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AfsAddressPreference, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("PROT "u8) || line.StartsWith("NO PREFS"u8),
        static _ => { },
        static (line, from) =>
        {
            var row = new AfsAddressPreference();
            bool isRow = Lines.ReadFields(line, row, from, 3) && ((IFields)row).IsWhole;
            return isRow ? row : null;
        },
        "a protocol, a network and a priority",
        emit);
}
