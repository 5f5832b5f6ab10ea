using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of the "per-op statistics" of <c>/proc/&lt;pid&gt;/mountstats</c>: what the calls of one procedure of NFS have cost. Source:
/// rpc_clnt_show_stats() of net/sunrpc/stats.c.
/// </summary>
public sealed class RpcOperation
{
    private RpcOperation()
    {
    }

    /// <summary>The procedure: <c>READ</c>, <c>GETATTR</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Calls that have ended.</summary>
    public required long Operations { get; init; }

    /// <summary>Transmissions, repeated ones included.</summary>
    public required long Transmissions { get; init; }

    /// <summary>Transmissions of what had been sent before.</summary>
    public long Retries => Transmissions - Operations;

    /// <summary>Calls that took longer than they may (major timeouts).</summary>
    public required long Timeouts { get; init; }

    /// <summary>Bytes sent, headers included.</summary>
    [Unit(Unit.Bytes)] public required long BytesSent { get; init; }

    /// <summary>Bytes received, headers included.</summary>
    [Unit(Unit.Bytes)] public required long BytesReceived { get; init; }

    /// <summary>Time that calls waited to be sent.</summary>
    public required TimeSpan QueueTime { get; init; }

    /// <summary>Time that the server took to answer.</summary>
    public required TimeSpan ResponseTime { get; init; }

    /// <summary>Time from the start of calls to their end.</summary>
    public required TimeSpan ExecutionTime { get; init; }

    /// <summary>Calls that ended with an error; null before Linux 5.3.</summary>
    public required long? Errors { get; init; }

    internal static View View => new(
        typeof(RpcOperation),
        new(nameof(Name), 18),
        new(nameof(Operations), 10),
        new(nameof(Retries), 8),
        new(nameof(Timeouts), 8),
        new(nameof(BytesSent), 9) { Label = "Sent" },
        new(nameof(BytesReceived), 9) { Label = "Received" },
        new(nameof(QueueTime), 13) { Label = "Queue" },
        new(nameof(ResponseTime), 13) { Label = "Response" },
        new(nameof(ExecutionTime), 13) { Label = "Execution" },
        new(nameof(Errors), 7));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Reads "NAME: 8 or 9 numbers"; null for another line.</summary>
    internal static RpcOperation? Parse(ReadOnlySpan<byte> name, ReadOnlySpan<byte> numbers, ProcSource source)
    {
        Span<long> values = stackalloc long[9];
        var fields = new FieldScanner(numbers);
        int count = 0;
        while (count < values.Length && fields.TryInt64(out values[count]))
        {
            count++;
        }

        return count < 8 ? null : new RpcOperation
        {
            Name = source.Intern(name),
            Operations = values[0],
            Transmissions = values[1],
            Timeouts = values[2],
            BytesSent = values[3],
            BytesReceived = values[4],
            QueueTime = Saturating.Time(values[5], TimeSpan.TicksPerMillisecond),
            ResponseTime = Saturating.Time(values[6], TimeSpan.TicksPerMillisecond),
            ExecutionTime = Saturating.Time(values[7], TimeSpan.TicksPerMillisecond),
            Errors = count > 8 ? values[8] : null,
        };
    }
}
