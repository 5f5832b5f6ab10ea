using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of the "per-op statistics" of <c>/proc/&lt;pid&gt;/mountstats</c>: what the calls of one procedure of NFS have cost. Source:
/// rpc_clnt_show_stats() of net/sunrpc/stats.c.
/// </summary>
[Fields]
public sealed partial class RpcOperation
{
    private const int FewestFields = 8;

    private RpcOperation()
    {
    }

    /// <summary>The procedure: <c>READ</c>, <c>GETATTR</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Calls that have ended.</summary>
    [Field(1)] public long? Operations { get; private set; }

    /// <summary>Transmissions, repeated ones included.</summary>
    [Field(2)] public long? Transmissions { get; private set; }

    /// <summary>Transmissions of what had been sent before.</summary>
    public long? Retries => Transmissions - Operations;

    /// <summary>Calls that took longer than they may (major timeouts).</summary>
    [Field(3)] public long? Timeouts { get; private set; }

    /// <summary>Bytes sent, headers included.</summary>
    [Field(4)] [Unit(Unit.Bytes)] public long? BytesSent { get; private set; }

    /// <summary>Bytes received, headers included.</summary>
    [Field(5)] [Unit(Unit.Bytes)] public long? BytesReceived { get; private set; }

    /// <summary>Time that calls waited to be sent. The kernel adds up differences, which may fall below zero.</summary>
    [Field(6, Scale.Milliseconds)] public TimeSpan? QueueTime { get; private set; }

    /// <summary>Time that the server took to answer.</summary>
    [Field(7, Scale.Milliseconds)] public TimeSpan? ResponseTime { get; private set; }

    /// <summary>Time from the start of calls to their end.</summary>
    [Field(8, Scale.Milliseconds)] public TimeSpan? ExecutionTime { get; private set; }

    /// <summary>Calls that ended with an error; null before Linux 5.3.</summary>
    [Field(9)] public long? Errors { get; private set; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

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
    internal static RpcOperation? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        if (colon < 1)
        {
            return null;
        }

        var operation = new RpcOperation { Name = source.Intern(line[..colon]) };
        return Lines.ReadFields(line[(colon + 1)..], operation, source, FewestFields) ? operation : null;
    }
}
