using System.Collections.Frozen;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// What a capture says of itself: the machine that it was taken from, the names of its users, and what is not in it. Models the file <c>procfs-capture.json</c>
/// beside the folder <c>proc</c>.
/// </summary>
public sealed class CaptureManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "procfs-capture.json";

    /// <summary>The version of the layout that this code writes. A capture with a later version is refused.</summary>
    public const int CurrentVersion = 1;

    private readonly Lazy<HashSet<string>> _names;

    /// <summary>An empty manifest.</summary>
    public CaptureManifest() => _names = new(() => [.. Names]);

    /// <summary>The version of the layout.</summary>
    public int Version { get; init; }

    /// <summary>The program that took it.</summary>
    public string Creator { get => field ?? ""; init; }

    /// <summary>The time at which it was begun.</summary>
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>The time that it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The release of the kernel, as in uname(2); null if it is unknown.</summary>
    public string? Kernel { get; init; }

    /// <summary>The processor architecture, as in uname(2); null if it is unknown.</summary>
    public string? Architecture { get; init; }

    /// <summary>Whether numbers in memory begin with their highest byte.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>The page size, in bytes.</summary>
    public int PageSize { get => field == 0 ? 4096 : field; init; }

    /// <summary>The number of clock ticks per second.</summary>
    public int TicksPerSecond { get => field == 0 ? 100 : field; init; }

    /// <summary>The id of the boot: <c>sys/kernel/random/boot_id</c>; null if it is unknown.</summary>
    public string? BootId { get; init; }

    /// <summary>The boot time; null if it is unknown.</summary>
    public DateTimeOffset? BootTime { get; init; }

    /// <summary>The time since boot, when the capture was begun.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>The name of the host; null if it is unknown.</summary>
    public string? HostName { get; init; }

    /// <summary>The time zone of the process that took it, such as <c>Europe/Berlin</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The id of the user that took it.</summary>
    public uint? UserId { get; init; }

    /// <summary>Whether it holds the environment of processes, and whether credentials in it are masked: None, Masked, Whole.</summary>
    public CapturedEnvironment Environment { get; init; }

    /// <summary>Whether only some processes were to be taken, so that counts over all of them are unknown.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The number of processes.</summary>
    public int Processes { get; init; }

    /// <summary>The number of files, folders and links.</summary>
    public int Members { get; init; }

    /// <summary>The names of the users, by number.</summary>
    public IReadOnlyDictionary<uint, string> Users { get => field ?? FrozenDictionary<uint, string>.Empty; init; }

    /// <summary>The names of the groups, by number.</summary>
    public IReadOnlyDictionary<uint, string> Groups { get => field ?? FrozenDictionary<uint, string>.Empty; init; }

    /// <summary>The attributes of the files to which links lead.</summary>
    public IReadOnlyList<CapturedTarget> Targets { get => field ?? []; init; }

    /// <summary>The texts of links that end in <c> (deleted)</c> although the file is not deleted: it has this name. One character for each byte.</summary>
    public IReadOnlyList<string> Names { get => field ?? []; init; }

    /// <summary>The files that the caller was not permitted to read.</summary>
    public IReadOnlyList<CaptureGap> Denied { get => field ?? []; init; }

    /// <summary>The processes that ended while they were read.</summary>
    public IReadOnlyList<int> Vanished { get => field ?? []; init; }

    /// <summary>The catalog patterns of the existing files that were not taken.</summary>
    public IReadOnlyList<string> LeftOut { get => field ?? []; init; }

    /// <summary>The units of the numbers in it.</summary>
    internal SystemFacts Facts => new() { PageSize = PageSize, TicksPerSecond = TicksPerSecond, BootTime = BootTime, Architecture = Architecture, IsBigEndian = IsBigEndian };

    /// <summary>The machine and the time.</summary>
    public override string ToString() => $"{DisplayText.Escape(HostName ?? "?")} {TakenAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}";

    /// <summary>Whether the text of a link, which ends in <c> (deleted)</c>, is the whole name of its file.</summary>
    internal bool IsName(ReadOnlySpan<byte> target) => Names.Count > 0 && _names.Value.Contains(IO.CapturedNode.NameOf(target));
}
