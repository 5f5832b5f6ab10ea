using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/partitions</c>: a block device that has a size, or a partition of one. Linux 2.4 counts reads and writes here too. Source: proc_partitions(5),
/// show_partition() of block/genhd.c.
/// </summary>
[Fields]
public sealed partial class Partition : ITable<Partition>
{
    private Partition()
    {
    }

    /// <summary>The major number of the device.</summary>
    [Key("major")] public int? Major { get; private set; }

    /// <summary>The minor number of the device.</summary>
    [Key("minor")] public int? Minor { get; private set; }

    /// <summary>Its size in bytes; the kernel counts it in 1024 of them and drops the rest.</summary>
    [Key("#blocks", Scale.BareKiB)] public long? Size { get; private set; }

    /// <summary>The name: <c>sda</c>, <c>nvme0n1p2</c>.</summary>
    [Key("name")] public string Name { get; private set; } = "";

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(Partition),
        new(nameof(Name), 16),
        new(nameof(Size), 9),
        new(nameof(Major), 6),
        new(nameof(Minor), 8));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<Partition>.NameOf(Partition row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<Partition, bool> emit) => HeaderedLines.Read(source, static _ => new Partition(), emit);
}
