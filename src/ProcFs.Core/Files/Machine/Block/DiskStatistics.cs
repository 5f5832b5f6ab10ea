using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/diskstats</c>: what has been read from and written to a block device or partition since it appeared. Kernels before 4.18 lack
/// the discards, those before 5.5 the flushes, and 2.6 before 2.6.25 tells of a partition four numbers alone. On a 32-bit kernel a number starts anew at 2^32, and so do the
/// times on all of them. Source: Documentation/admin-guide/iostats.rst, diskstats_show() of block/genhd.c.
/// </summary>
[Fields]
public sealed partial class DiskStatistics : ILine<DiskStatistics>, IRow<DiskStatistics>
{
    // Reads, sectors read, writes, sectors written.
    private const int FieldsOfOldPartition = 4;

    private DiskStatistics()
    {
    }

    /// <summary>The major number of the device.</summary>
    public required int Major { get; init; }

    /// <summary>The minor number of the device.</summary>
    public required int Minor { get; init; }

    /// <summary>The name: <c>sda</c>, <c>nvme0n1p2</c>, <c>dm-0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Reads completed.</summary>
    [Field(1)] public long? Reads { get; private set; }

    /// <summary>Reads that were made one with another before they went to the device.</summary>
    [Field(2)] public long? ReadsMerged { get; private set; }

    /// <summary>What was read, in bytes.</summary>
    [Field(3, Scale.Sectors)] public long? ReadSize { get; private set; }

    /// <summary>How long all reads together took, from when they were asked for to their end.</summary>
    [Field(4, Scale.Milliseconds)] public TimeSpan? ReadTime { get; private set; }

    /// <summary>Writes completed.</summary>
    [Field(5)] public long? Writes { get; private set; }

    /// <summary>Writes that were made one with another before they went to the device.</summary>
    [Field(6)] public long? WritesMerged { get; private set; }

    /// <summary>What was written, in bytes.</summary>
    [Field(7, Scale.Sectors)] public long? WriteSize { get; private set; }

    /// <summary>How long all writes together took.</summary>
    [Field(8, Scale.Milliseconds)] public TimeSpan? WriteTime { get; private set; }

    /// <summary>Requests that the device has now.</summary>
    [Field(9)] public long? InFlight { get; private set; }

    /// <summary>How long the device had at least one request.</summary>
    [Field(10, Scale.Milliseconds)] public TimeSpan? BusyTime { get; private set; }

    /// <summary>The time in which it had requests, once for each of them: divided by a time it is how many it had on average.</summary>
    [Field(11, Scale.Milliseconds)] public TimeSpan? WeightedTime { get; private set; }

    /// <summary>Discards completed (since 4.18).</summary>
    [Field(12)] public long? Discards { get; private set; }

    /// <summary>Discards that were made one with another (since 4.18).</summary>
    [Field(13)] public long? DiscardsMerged { get; private set; }

    /// <summary>What was discarded, in bytes (since 4.18).</summary>
    [Field(14, Scale.Sectors)] public long? DiscardSize { get; private set; }

    /// <summary>How long all discards together took (since 4.18).</summary>
    [Field(15, Scale.Milliseconds)] public TimeSpan? DiscardTime { get; private set; }

    /// <summary>Flushes of the device's cache completed (since 5.5). They are not counted of partitions.</summary>
    [Field(16)] public long? Flushes { get; private set; }

    /// <summary>How long all flushes together took (since 5.5).</summary>
    [Field(17, Scale.Milliseconds)] public TimeSpan? FlushTime { get; private set; }

    /// <summary>Fields that this version does not know, by their numbers.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<DiskStatistics>.Form => "two numbers and the name of a device, and its counters";

    internal static View View => new(
        typeof(DiskStatistics),
        new(nameof(Name), 12),
        new(nameof(Reads), 10),
        new(nameof(ReadSize), 9),
        new(nameof(Writes), 10),
        new(nameof(WriteSize), 9),
        new(nameof(InFlight), 8),
        new(nameof(BusyTime), 14));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<DiskStatistics>.NameOf(DiskStatistics row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static DiskStatistics? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        bool isDevice = words.TryInt32(out int major) & words.TryInt32(out int minor);
        ReadOnlySpan<byte> name = words.Next();
        int count = Value.CountWords(words.Rest);
        if (!isDevice || count < FieldsOfOldPartition)
        {
            return null;
        }

        var disk = new DiskStatistics { Major = major, Minor = minor, Name = source.Intern(name) };
        if (count > FieldsOfOldPartition)
        {
            Lines.ReadFields(words.Rest, disk, source, fewest: 0);
            return disk;
        }

        for (int field = 1; field < 2 * FieldsOfOldPartition; field += 2)
        {
            ((IFields)disk).Set(field, words.Next(), source);
        }

        return disk;
    }
}
