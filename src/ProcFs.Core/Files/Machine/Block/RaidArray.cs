using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an array of <c>/proc/mdstat</c>: devices combined by the kernel (RAID), the operation in progress on them, and its progress. Source: md(4), md_seq_show()
/// and status_resync() of drivers/md/md.c, the status functions of raid*.c.
/// </summary>
public sealed partial class RaidArray : ITable<RaidArray>
{
    private RaidArray()
    {
    }

    /// <summary>The name: <c>md0</c>, <c>md_data</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The state: <c>active</c>, <c>inactive</c>, or <c>broken</c> if too few devices are left.</summary>
    public string State { get; private set; } = "";

    /// <summary>The write protection: <c>read-only</c>, or <c>auto-read-only</c> until the first write; null if the array is writable.</summary>
    public string? Mode { get; private set; }

    /// <summary>The level: <c>raid1</c>, <c>raid0</c>, <c>linear</c>; null if the array is inactive.</summary>
    public string? Level { get; private set; }

    /// <summary>The devices.</summary>
    public RaidMember[] Members { get; private set; } = [];

    /// <summary>The size, in bytes; for an inactive array, the size of its devices. Null if it has none.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The version of the superblocks: <c>1.2</c>, <c>external:imsm</c>, <c>non-persistent</c>; null for 0.90, and if the array has no devices.</summary>
    public string? Superblock { get; private set; }

    /// <summary>The chunk size, in bytes; null for a level without chunks.</summary>
    [Unit(Unit.Bytes)] public long? ChunkSize { get; private set; }

    /// <summary>The layout, as the kernel writes it: <c>level 5, 64k chunk, algorithm 2</c>, <c>512k chunks</c>; null if the file does not include it.</summary>
    public string? Layout { get; private set; }

    /// <summary>The number of devices of the complete array; null for a level without redundancy, and if the array is inactive.</summary>
    public int? Devices { get; private set; }

    /// <summary>The number of working devices.</summary>
    public int? ActiveDevices { get; private set; }

    /// <summary>A letter for each device: <c>U</c> if it is working, <c>_</c> if not.</summary>
    public string? Status { get; private set; }

    /// <summary>Whether devices are missing; null if the kernel does not count them.</summary>
    public bool? IsDegraded => Devices - ActiveDevices is { } missing ? missing > 0 : null;

    /// <summary>The operation in progress: <c>resync</c>, <c>recovery</c>, <c>check</c>, <c>reshape</c>; null for none.</summary>
    public string? Operation { get; private set; }

    /// <summary>The reason why the operation is not running: <c>DELAYED</c>, <c>PENDING</c>, <c>REMOTE</c> for another machine; null if it is running.</summary>
    public string? OperationState { get; private set; }

    /// <summary>The progress of the operation, in percent.</summary>
    [Unit(Unit.Percent)] public double? Progress { get; private set; }

    /// <summary>The bytes of each device that are done.</summary>
    [Unit(Unit.Bytes)] public long? Done { get; private set; }

    /// <summary>The bytes of each device that are to be done.</summary>
    [Unit(Unit.Bytes)] public long? ToDo { get; private set; }

    /// <summary>The estimated time left at the current speed.</summary>
    [Unit(Unit.TimeLeft)] public TimeSpan? TimeLeft { get; private set; }

    /// <summary>The speed, in bytes per second.</summary>
    [Unit(Unit.BytesPerSecond)] public long? Speed { get; private set; }

    /// <summary>The bitmap pages in memory; null if the array has no bitmap.</summary>
    public int? BitmapPages { get; private set; }

    /// <summary>All pages of the bitmap.</summary>
    public int? BitmapTotalPages { get; private set; }

    /// <summary>The bytes that a bit stands for.</summary>
    [Unit(Unit.Bytes)] public long? BitmapChunkSize { get; private set; }

    /// <summary>The file with the bitmap; null if the bitmap is on the devices.</summary>
    [Unit(Unit.Path)] public string? BitmapFile { get; private set; }

    /// <summary>The levels supported by the kernel.</summary>
    public string[] Personalities { get; private set; } = [];

    /// <summary>Devices not yet in an array.</summary>
    public string[] UnusedDevices { get; private set; } = [];

    /// <summary>Lines unknown to this version, by their first word.</summary>
    public IReadOnlyDictionary<string, string> Additional => _additional;

    /// <summary>The reasons why properties are null, by property name.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => _malformed.ToDictionary();

    internal static View View => new(
        typeof(RaidArray),
        new(nameof(Name), 8),
        new(nameof(State), 8),
        new(nameof(Level), 8),
        new(nameof(Size), 9),
        new(nameof(Status), 8),
        new(nameof(Operation), 10),
        new(nameof(Progress), 8),
        new(nameof(TimeLeft), 8),
        new(nameof(Members)));

    /// <summary>The array and its state: <c>md0 active raid1 U_</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {State} {Level} {Status}".TrimEnd());

    static string IRow<RaidArray>.NameOf(RaidArray row) => row.Name.Replace('/', '_');
}
