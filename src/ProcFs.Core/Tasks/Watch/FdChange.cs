using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A change of a link of <c>/proc/&lt;pid&gt;/fd</c>, or of the position in <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c>, between two samples. Source:
/// proc_pid_fd(5), proc_pid_fdinfo(5).
/// </summary>
public sealed class FdChange
{
    internal FdChange()
    {
    }

    /// <summary>The time of the sample.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time of the process; null if the boot time is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The descriptor number.</summary>
    public required int Number { get; init; }

    /// <summary>The kind of the change.</summary>
    public required FdChangeKind Change { get; init; }

    /// <summary>The target, as in <see cref="FileDescriptor.Target"/>; for a closed descriptor, its last target.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The previous target of the number; null unless it changed.</summary>
    public string? PreviousTarget { get; init; }

    /// <summary>The type of the target.</summary>
    public required FileDescriptorType Type { get; init; }

    /// <summary>Whether the file was deleted.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>The access mode; null for a target without a position.</summary>
    public required FileDescriptorAccess? Access { get; init; }

    /// <summary>The offset in the file, in bytes; null unless it is a regular file or a block device.</summary>
    [Unit(Unit.Bytes)] public required long? Position { get; init; }

    /// <summary>The length of the file, in bytes; null unless it is a regular file.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>
    /// The position as a percentage of the file; null if that is meaningless: the file is only written to, it grows with the position, or its length is unknown.
    /// </summary>
    public double? Percent { get; init; }

    /// <summary>The speed of the position, in bytes per second, smoothed over about one second; null if it does not move, or moved back.</summary>
    [Unit(Unit.BytesPerSecond)] public long? Speed { get; init; }

    /// <summary>The time until the end of the file at that speed; null without a percentage or a speed.</summary>
    [Unit(Unit.TimeLeft)] public TimeSpan? TimeLeft { get; init; }

    internal static View View => new(
        typeof(FdChange),
        new(nameof(Time), 8) { Show = Cells.Clock },
        new(nameof(ProcessId), 9),
        new(nameof(Number), 5) { Label = "Fd" },
        new(nameof(Change), 10),
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target },
        new(nameof(Position), 9) { With = [nameof(Percent)], Show = Cells.Position },
        new(nameof(Speed), 10),
        new(nameof(TimeLeft), 6) { Label = "Left" });

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Number} {Change}", Target);

    /// <summary>The same change, with a position that no longer moves.</summary>
    internal FdChange Still() => new()
    {
        Time = DateTimeOffset.Now,
        ProcessId = ProcessId,
        ProcessName = ProcessName,
        StartTime = StartTime,
        Number = Number,
        Change = Change,
        Target = Target,
        Type = Type,
        IsDeleted = IsDeleted,
        Access = Access,
        Position = Position,
        Size = Size,
        Percent = Percent,
    };
}
