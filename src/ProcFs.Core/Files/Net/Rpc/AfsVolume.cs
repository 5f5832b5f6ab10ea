using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/afs/(cell)/volumes</c>: a volume that the AFS client knows. Source: afs_proc_cell_volumes_show() of fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsVolume : ITable<AfsVolume>
{
    private AfsVolume()
    {
    }

    /// <summary>The number of references to the volume in the kernel.</summary>
    [Key("USE")] public long? References { get; private set; }

    /// <summary>The number of the volume.</summary>
    [Key("VID", Scale.Hex), Unit(Unit.Hex)] public ulong VolumeId { get; private set; }

    /// <summary>The type: <c>RW</c> read and write, <c>RO</c> a copy to read, <c>BK</c> a backup.</summary>
    [Key("TY")] public string? VolumeType { get; private set; }

    /// <summary>The name; null in kernels before 5.8.</summary>
    [Key("NAME")] public string? Name { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsVolume),
        new(nameof(VolumeId), 10),
        new(nameof(VolumeType), 10),
        new(nameof(References), 10),
        new(nameof(Name), 32));

    /// <summary>The number, the type and the name: <c>20000031 RW root.cell</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{VolumeId:x8} {VolumeType} {Name}".TrimEnd());

    static string IRow<AfsVolume>.NameOf(AfsVolume row) => $"{row.VolumeId:x8}-{row.VolumeType}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AfsVolume, bool> emit) => HeaderedLines.Read(source, static _ => new AfsVolume(), emit);
}
