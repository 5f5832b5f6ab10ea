using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A change of a link of <c>/proc/&lt;pid&gt;/fd</c>, or of the position that <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c> tells, between two looks at them. Source:
/// proc_pid_fd(5), proc_pid_fdinfo(5).
/// </summary>
public sealed class FdChange
{
    internal FdChange()
    {
    }

    /// <summary>When it was seen.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>When that process started; null where the start of the machine is not known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The number of the descriptor.</summary>
    public required int Number { get; init; }

    /// <summary>What became of it.</summary>
    public required FdChangeKind Change { get; init; }

    /// <summary>What it leads to, as <see cref="FileDescriptor.Target"/> has it; for a closed one, what it led to.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>What its number led to before; null unless it leads elsewhere now.</summary>
    public string? PreviousTarget { get; init; }

    /// <summary>What kind of thing the target is.</summary>
    public required FileDescriptorType Type { get; init; }

    /// <summary>Whether the name that the file had is gone.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>What may be done through it; null for what has no position.</summary>
    public required FileDescriptorAccess? Access { get; init; }

    /// <summary>The offset in the file, in bytes; null for what is neither a regular file nor a block device.</summary>
    [Unit(Unit.Bytes)] public required long? Position { get; init; }

    /// <summary>The length of the file, in bytes; null for what is no regular file.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>
    /// The share of the file that lies before the position, in percent; null where that says nothing: the file is only written to, it grows
    /// with the position, or its length is not known.
    /// </summary>
    public double? Percent { get; init; }

    /// <summary>How fast the position moves, in bytes a second, smoothed over about a second; null where it does not move, or moved back.</summary>
    [Unit(Unit.BytesPerSecond)] public long? Speed { get; init; }

    /// <summary>How long it takes to the end of the file at that speed; null where there is no share or no speed.</summary>
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

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Number} {Change}", Target);

    /// <summary>The same of a position that does not move any more.</summary>
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
