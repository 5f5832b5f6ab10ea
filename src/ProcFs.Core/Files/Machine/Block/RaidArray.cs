using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an array of <c>/proc/mdstat</c>: devices that the kernel joins to one (RAID), what it is doing with them, and how far it is. Source: md(4), md_seq_show() and
/// status_resync() of drivers/md/md.c, the status functions of raid*.c.
/// </summary>
public sealed partial class RaidArray : ITable<RaidArray>
{
    private RaidArray()
    {
    }

    /// <summary>The name: <c>md0</c>, <c>md_data</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is: <c>active</c>, <c>inactive</c>, or <c>broken</c> where too few devices are left.</summary>
    public string State { get; private set; } = "";

    /// <summary>How it may be used: <c>read-only</c>, or <c>auto-read-only</c> until something is written; null where it may be written.</summary>
    public string? Mode { get; private set; }

    /// <summary>The level: <c>raid1</c>, <c>raid0</c>, <c>linear</c>; null where it is inactive.</summary>
    public string? Level { get; private set; }

    /// <summary>The devices.</summary>
    public RaidMember[] Members { get; private set; } = [];

    /// <summary>Its size in bytes; of an inactive one the size of its devices. Null where it has none.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The version of its superblocks: <c>1.2</c>, <c>external:imsm</c>, <c>non-persistent</c>; null for 0.90, and where it has no devices.</summary>
    public string? Superblock { get; private set; }

    /// <summary>What lies on one device before the next one follows, in bytes; null for a level without that.</summary>
    [Unit(Unit.Bytes)] public long? ChunkSize { get; private set; }

    /// <summary>How data is spread, in the kernel's words: <c>level 5, 64k chunk, algorithm 2</c>, <c>512k chunks</c>; null where it does not tell.</summary>
    public string? Layout { get; private set; }

    /// <summary>How many devices it is made of; null for a level without redundancy, and where it is inactive.</summary>
    public int? Devices { get; private set; }

    /// <summary>How many of them work.</summary>
    public int? ActiveDevices { get; private set; }

    /// <summary>A letter for each of them: <c>U</c> for one that works, <c>_</c> for one that does not.</summary>
    public string? Status { get; private set; }

    /// <summary>Whether devices are missing; null where the kernel does not count them.</summary>
    public bool? IsDegraded => Devices - ActiveDevices is { } missing ? missing > 0 : null;

    /// <summary>What is being done: <c>resync</c>, <c>recovery</c>, <c>check</c>, <c>reshape</c>; null for nothing.</summary>
    public string? Operation { get; private set; }

    /// <summary>Why it is not being done: <c>DELAYED</c>, <c>PENDING</c>, <c>REMOTE</c> on another machine; null where it is.</summary>
    public string? OperationState { get; private set; }

    /// <summary>How much of it is done, in percent.</summary>
    [Unit(Unit.Percent)] public double? Progress { get; private set; }

    /// <summary>How much of each device is done, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? Done { get; private set; }

    /// <summary>How much of each device is to be done, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? ToDo { get; private set; }

    /// <summary>How long it still takes at the speed of now.</summary>
    [Unit(Unit.TimeLeft)] public TimeSpan? TimeLeft { get; private set; }

    /// <summary>How fast it goes, in bytes a second.</summary>
    [Unit(Unit.BytesPerSecond)] public long? Speed { get; private set; }

    /// <summary>Pages of the bitmap that are in memory; null where the array has none.</summary>
    public int? BitmapPages { get; private set; }

    /// <summary>Pages that the bitmap has.</summary>
    public int? BitmapTotalPages { get; private set; }

    /// <summary>What one bit stands for, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? BitmapChunkSize { get; private set; }

    /// <summary>The file that the bitmap is in; null where it is on the devices.</summary>
    [Unit(Unit.Path)] public string? BitmapFile { get; private set; }

    /// <summary>The levels that the kernel can do.</summary>
    public string[] Personalities { get; private set; } = [];

    /// <summary>Devices that wait to be joined to an array.</summary>
    public string[] UnusedDevices { get; private set; } = [];

    /// <summary>Lines that this version does not know, by their first words.</summary>
    public IReadOnlyDictionary<string, string> Additional => _additional;

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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
