using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/diskstats</c>: the I/O of a block device or partition since it appeared. Kernels before 4.18 lack the discards, those before 5.5 the
/// flushes, and 2.6 before 2.6.25 has only four numbers for a partition. On a 32-bit kernel, numbers wrap around at 2^32, and the times do so on all kernels.
/// Source: Documentation/admin-guide/iostats.rst, diskstats_show() of block/genhd.c.
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

    /// <summary>Reads merged with others before they reached the device.</summary>
    [Field(2)] public long? ReadsMerged { get; private set; }

    /// <summary>The bytes read.</summary>
    [Field(3, Scale.Sectors)] public long? ReadSize { get; private set; }

    /// <summary>The total time of all reads, from request to completion.</summary>
    [Field(4, Scale.Milliseconds)] public TimeSpan? ReadTime { get; private set; }

    /// <summary>Writes completed.</summary>
    [Field(5)] public long? Writes { get; private set; }

    /// <summary>Writes merged with others before they reached the device.</summary>
    [Field(6)] public long? WritesMerged { get; private set; }

    /// <summary>The bytes written.</summary>
    [Field(7, Scale.Sectors)] public long? WriteSize { get; private set; }

    /// <summary>The total time of all writes.</summary>
    [Field(8, Scale.Milliseconds)] public TimeSpan? WriteTime { get; private set; }

    /// <summary>Requests in progress.</summary>
    [Field(9)] public long? InFlight { get; private set; }

    /// <summary>The time during which at least one request was in progress.</summary>
    [Field(10, Scale.Milliseconds)] public TimeSpan? BusyTime { get; private set; }

    /// <summary>The time during which requests were in progress, counted once per request: divided by a time span, it is the average number of requests.</summary>
    [Field(11, Scale.Milliseconds)] public TimeSpan? WeightedTime { get; private set; }

    /// <summary>Discards completed (since 4.18).</summary>
    [Field(12)] public long? Discards { get; private set; }

    /// <summary>Discards merged with others (since 4.18).</summary>
    [Field(13)] public long? DiscardsMerged { get; private set; }

    /// <summary>The bytes discarded (since 4.18).</summary>
    [Field(14, Scale.Sectors)] public long? DiscardSize { get; private set; }

    /// <summary>The total time of all discards (since 4.18).</summary>
    [Field(15, Scale.Milliseconds)] public TimeSpan? DiscardTime { get; private set; }

    /// <summary>Flushes of the device's cache completed (since 5.5). They are not counted for partitions.</summary>
    [Field(16)] public long? Flushes { get; private set; }

    /// <summary>The total time of all flushes (since 5.5).</summary>
    [Field(17, Scale.Milliseconds)] public TimeSpan? FlushTime { get; private set; }

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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
