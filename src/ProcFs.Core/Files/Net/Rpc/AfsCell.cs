using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/afs/cells</c>: an AFS cell that the client knows. Source: afs_proc_cells_show() of fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsCell : ITable<AfsCell>
{
    private AfsCell()
    {
    }

    /// <summary>The number of references to the cell in the kernel.</summary>
    [Key("USE")] public long? References { get; private set; }

    /// <summary>The number of users of the cell.</summary>
    [Key("ACT")] public long? Active { get; private set; }

    /// <summary>The time until its servers are looked up again; below zero if it has passed.</summary>
    [Key("TTL", Scale.Seconds)] public TimeSpan? TimeToLive { get; private set; }

    /// <summary>The number of its volume location servers.</summary>
    [Key("SV")] public int? Servers { get; private set; }

    /// <summary>The state, in the kernel's number, which differs between versions.</summary>
    [Key("ST")] public int? State { get; private set; }

    /// <summary>The name: <c>example.org</c>.</summary>
    [Key("NAME")] public string Name { get; private set; } = "";

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsCell),
        new(nameof(Name), 32),
        new(nameof(References), 10),
        new(nameof(Active), 6),
        new(nameof(TimeToLive), 12),
        new(nameof(Servers), 7));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<AfsCell>.NameOf(AfsCell row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AfsCell, bool> emit) => HeaderedLines.Read(source, static _ => new AfsCell(), emit);
}
