using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of the "per-op statistics" in <c>/proc/&lt;pid&gt;/mountstats</c>: the statistics of an NFS procedure. Source: rpc_clnt_show_stats() of
/// net/sunrpc/stats.c.
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

    /// <summary>The number of completed calls.</summary>
    [Field(1)] public long? Operations { get; private set; }

    /// <summary>The number of transmissions, including retransmissions.</summary>
    [Field(2)] public long? Transmissions { get; private set; }

    /// <summary>The number of retransmissions.</summary>
    public long? Retries => Transmissions - Operations;

    /// <summary>The number of major timeouts.</summary>
    [Field(3)] public long? Timeouts { get; private set; }

    /// <summary>Bytes sent, including headers.</summary>
    [Field(4)] [Unit(Unit.Bytes)] public long? BytesSent { get; private set; }

    /// <summary>Bytes received, including headers.</summary>
    [Field(5)] [Unit(Unit.Bytes)] public long? BytesReceived { get; private set; }

    /// <summary>The time that calls waited to be sent. The kernel adds up differences, which can become negative.</summary>
    [Field(6, Scale.Milliseconds)] public TimeSpan? QueueTime { get; private set; }

    /// <summary>The time until the server replied.</summary>
    [Field(7, Scale.Milliseconds)] public TimeSpan? ResponseTime { get; private set; }

    /// <summary>The total time of the calls, from start to end.</summary>
    [Field(8, Scale.Milliseconds)] public TimeSpan? ExecutionTime { get; private set; }

    /// <summary>The number of calls that ended with an error; null before Linux 5.3.</summary>
    [Field(9)] public long? Errors { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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

    /// <summary>Parses "NAME: 8 or 9 numbers"; null for another line.</summary>
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
