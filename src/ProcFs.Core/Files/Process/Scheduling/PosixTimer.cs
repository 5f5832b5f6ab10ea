using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a timer in <c>/proc/&lt;pid&gt;/timers</c>, created with timer_create(2). Source: proc_pid_timers(5), fs/proc/base.c.</summary>
[Fields]
public sealed partial class PosixTimer : ITable<PosixTimer>
{
    private PosixTimer()
    {
    }

    /// <summary>The process that owns it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of the timer.</summary>
    [Key("ID")] public int TimerId { get; private set; }

    /// <summary>The number of the signal, 0 for none; null if the file does not include it.</summary>
    [Key("signal", Parser = nameof(TrySignal))] public int? SignalNumber { get; private set; }

    /// <summary>The signal; null for none, or if the file does not include it.</summary>
    public string? Signal => SignalNumber is { } number and > 0 ? SignalSet.NameOf(number) : null;

    /// <summary>The value sent with the signal: the number of the timer, an address, or a value that the program chose.</summary>
    [Key("signal", Parser = nameof(TrySignalValue))] [Unit(Unit.Address)] public ulong? SignalValue { get; private set; }

    /// <summary>The notification method; null if the file does not include it.</summary>
    [Key("notify", Parser = nameof(TryNotification))] public TimerNotification? Notification { get; private set; }

    /// <summary>The process or thread that is notified; null if the file does not include it.</summary>
    [Key("notify", Parser = nameof(TryTarget))] public int? TargetId { get; private set; }

    /// <summary>Whether <see cref="TargetId"/> is a thread (SIGEV_THREAD_ID) rather than a process; null if the file does not include it.</summary>
    [Key("notify", Parser = nameof(TryWhom))] public bool? IsTargetThread { get; private set; }

    /// <summary>The number of the clock; null if the file does not include it.</summary>
    [Key("ClockID")] public int? ClockId { get; private set; }

    /// <summary>The clock of the timer; null if the file does not include it.</summary>
    public string? Clock => ClockId is { } id ? ClockName.Of(id) : null;

    /// <summary>Keys unknown to this version.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PosixTimer),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(TimerId), 7),
        new(nameof(Clock), 26),
        new(nameof(Notification), 12),
        new(nameof(Signal), 12),
        new(nameof(SignalValue), 16),
        new(nameof(TargetId), 8));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, TimerId);

    static string IRow<PosixTimer>.NameOf(PosixTimer row) => $"{row.TimerId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PosixTimer, bool> emit) => Blocks.ReadKeyValues(
        source,
        static from => new PosixTimer { ProcessId = from.ProcessId ?? 0, ProcessName = from.ProcessName ?? "" },
        "the number of a timer and its fields below",
        emit,
        static line => line.StartsWith("ID:"u8));

    // "60/00007fff86e452a8"
    private static bool TrySignal(ReadOnlySpan<byte> value, ProcSource source, out int? number)
    {
        bool parsed = Number.TryInt32(value[..Math.Max(value.IndexOf((byte)'/'), 0)], out int signal);
        number = signal;
        return parsed;
    }

    private static bool TrySignalValue(ReadOnlySpan<byte> value, ProcSource source, out ulong? data)
    {
        bool parsed = Number.TryHex(value[(value.IndexOf((byte)'/') + 1)..], out ulong bits);
        data = bits;
        return parsed && value.Contains((byte)'/');
    }

    // "signal/pid.2634", "thread/tid.2635"
    private static bool TryNotification(ReadOnlySpan<byte> value, ProcSource source, out TimerNotification? notification)
    {
        ReadOnlySpan<byte> how = value[..Math.Max(value.IndexOf((byte)'/'), 0)];
        notification = how switch
        {
            _ when how.SequenceEqual("signal"u8) => TimerNotification.Signal,
            _ when how.SequenceEqual("none"u8) => TimerNotification.None,
            _ when how.SequenceEqual("thread"u8) => TimerNotification.Thread,
            _ => null,
        };
        return notification is not null;
    }

    private static bool TryWhom(ReadOnlySpan<byte> value, ProcSource source, out bool? isThread)
    {
        ReadOnlySpan<byte> whom = value[(value.IndexOf((byte)'/') + 1)..];
        isThread = whom.StartsWith("tid."u8);
        return isThread.Value || whom.StartsWith("pid."u8);
    }

    private static bool TryTarget(ReadOnlySpan<byte> value, ProcSource source, out int? target)
    {
        bool parsed = Number.TryInt32(value[(value.IndexOf((byte)'.') + 1)..], out int id);
        target = id;
        return parsed && value.Contains((byte)'.');
    }
}
