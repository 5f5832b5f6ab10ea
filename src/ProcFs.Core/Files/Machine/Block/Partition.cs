using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/partitions</c>: a block device with a size, or a partition. On Linux 2.4 the row also has I/O statistics. Source: proc_partitions(5),
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

    /// <summary>The size, in bytes, rounded down by the kernel to 1024 bytes.</summary>
    [Key("#blocks", Scale.BareKiB)] public long? Size { get; private set; }

    /// <summary>The name: <c>sda</c>, <c>nvme0n1p2</c>.</summary>
    [Key("name")] public string Name { get; private set; } = "";

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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
