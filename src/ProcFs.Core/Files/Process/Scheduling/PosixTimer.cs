using System.Collections.Frozen;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a timer of <c>/proc/&lt;pid&gt;/timers</c>, made with timer_create(2). Source: proc_pid_timers(5), fs/proc/base.c.
/// </summary>
public sealed class PosixTimer : ITable<PosixTimer>
{
    private PosixTimer()
    {
    }

    /// <summary>The process that has it.</summary>
    public int ProcessId { get; private init; }

    /// <summary>That process's full name.</summary>
    public string ProcessName { get; private init; } = "";

    /// <summary>The number of the timer.</summary>
    public int TimerId { get; private init; }

    /// <summary>The number of the signal, 0 for none; null where the file does not tell.</summary>
    public int? SignalNumber { get; private set; }

    /// <summary>The signal; null for none, or where the file does not tell.</summary>
    public string? Signal => SignalNumber is { } number and > 0 ? SignalSet.NameOf(number) : null;

    /// <summary>The value that goes with the signal: the timer's number, an address, or what the program chose.</summary>
    [Unit(Unit.Address)] public ulong? SignalValue { get; private set; }

    /// <summary>How it tells that it has expired; null where the file does not tell.</summary>
    public TimerNotification? Notification { get; private set; }

    /// <summary>The process that is told, or the thread; null where the file does not tell.</summary>
    public int? TargetId { get; private set; }

    /// <summary>Whether <see cref="TargetId"/> is a thread (SIGEV_THREAD_ID); otherwise it is a process.</summary>
    public bool IsTargetThread { get; private set; }

    /// <summary>The number of the clock; null where the file does not tell.</summary>
    public int? ClockId { get; private set; }

    /// <summary>The clock that it counts by; null where the file does not tell.</summary>
    public string? Clock => ClockId is { } id ? ClockName.Of(id) : null;

    /// <summary>Keys that this version does not know.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = FrozenDictionary<string, string>.Empty;

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

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, TimerId);

    static string IRow<PosixTimer>.NameOf(PosixTimer row) => $"{row.TimerId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PosixTimer, bool> emit)
    {
        var lines = new LineScanner(source.ReadAll(source.RequireProcess().Scope.File));
        PosixTimer? timer = null;
        while (lines.Next())
        {
            int colon = lines.Line.IndexOf((byte)':');
            ReadOnlySpan<byte> key = colon < 0 ? default : lines.Line[..colon];
            ReadOnlySpan<byte> value = colon < 0 ? default : lines.Line[(colon + 1)..].Trim((byte)' ');
            if (key.SequenceEqual("ID"u8) && Number.TryInt32(value, out int id))
            {
                if (timer is not null && !emit(timer))
                {
                    return;
                }

                timer = new PosixTimer { ProcessId = source.ProcessId ?? 0, ProcessName = source.ProcessName ?? "", TimerId = id };
            }
            else if (timer is null || colon < 0 || !timer.Set(key, value))
            {
                source.Report(source.Malformed(lines.Number, lines.Line, "a field of a timer, the number of the timer first,"));
            }
        }

        if (timer is not null)
        {
            emit(timer);
        }
    }

    private bool Set(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("signal"u8))
        {
            return SetSignal(value);
        }

        if (key.SequenceEqual("notify"u8))
        {
            return SetNotify(value);
        }

        if (key.SequenceEqual("ClockID"u8))
        {
            bool parsed = Number.TryInt32(value, out int clock);
            ClockId = parsed ? clock : null;
            return parsed;
        }

        Additional = new Dictionary<string, string>(Additional) { [LosslessText.Decode(key)] = LosslessText.Decode(value) };
        return true;
    }

    // "60/00007fff86e452a8"
    private bool SetSignal(ReadOnlySpan<byte> value)
    {
        var fields = new FieldScanner(value);
        if (!Number.TryInt32(fields.NextUntil((byte)'/'), out int number) || !Number.TryHex(fields.Rest, out ulong data))
        {
            return false;
        }

        SignalNumber = number;
        SignalValue = data;
        return true;
    }

    // "signal/pid.2634", "thread/tid.2635"
    private bool SetNotify(ReadOnlySpan<byte> value)
    {
        var fields = new FieldScanner(value);
        ReadOnlySpan<byte> how = fields.NextUntil((byte)'/');
        ReadOnlySpan<byte> whom = fields.NextUntil((byte)'.');
        IsTargetThread = whom.SequenceEqual("tid"u8);
        if (!Number.TryInt32(fields.Rest, out int target) || (!IsTargetThread && !whom.SequenceEqual("pid"u8)))
        {
            return false;
        }

        TargetId = target;
        Notification = how switch
        {
            _ when how.SequenceEqual("signal"u8) => TimerNotification.Signal,
            _ when how.SequenceEqual("none"u8) => TimerNotification.None,
            _ when how.SequenceEqual("thread"u8) => TimerNotification.Thread,
            _ => null,
        };
        return Notification is not null;
    }
}
