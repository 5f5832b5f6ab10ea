using ProcFs.Views;

namespace ProcFs;

/// <summary>A descriptor in an event poll: a line <c>tfd</c> of fdinfo. Source: ep_show_fdinfo() of fs/eventpoll.c.</summary>
public sealed class EventPollTarget
{
    internal EventPollTarget()
    {
    }

    /// <summary>The number of the descriptor when it was added; the process may since have closed it.</summary>
    public required int Number { get; init; }

    /// <summary>The events.</summary>
    public required EventPollEvents Events { get; init; }

    /// <summary>The user data returned with the event.</summary>
    [Unit(Unit.Hex)] public required ulong Data { get; init; }

    /// <summary>The inode of the file (since Linux 5.1).</summary>
    public required ulong? Inode { get; init; }

    internal static View View => new(
        typeof(EventPollTarget),
        new(nameof(Number), 6),
        new(nameof(Inode), 12),
        new(nameof(Data), 16),
        new(nameof(Events)));

    /// <summary>The number and the events: <c>5 In, EdgeTriggered</c>.</summary>
    public override string ToString() => $"{Number} {Events}";
}
