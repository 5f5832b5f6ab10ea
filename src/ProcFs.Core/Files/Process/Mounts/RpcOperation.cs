using ProcFs.Grammar;

namespace ProcFs;

/// <summary>
/// Models a line of the "per-op statistics" of <c>/proc/&lt;pid&gt;/mountstats</c>: what the calls of one procedure of NFS have cost. A number that
/// makes no sense is null. Source: rpc_clnt_show_stats() of net/sunrpc/stats.c.
/// </summary>
[Fields]
public sealed partial class RpcOperation
{
    private const int FewestNumbers = 8;

    private RpcOperation(string name) => Name = name;

    /// <summary>The procedure: <c>READ</c>, <c>GETATTR</c>.</summary>
    public string Name { get; }

    /// <summary>Calls that have ended.</summary>
    [Field(1)]
    public long? Operations { get; private set; }

    /// <summary>Transmissions, repeated ones included.</summary>
    [Field(2)]
    public long? Transmissions { get; private set; }

    /// <summary>Calls that took longer than they may (major timeouts).</summary>
    [Field(3)]
    public long? Timeouts { get; private set; }

    /// <summary>Bytes sent, headers included.</summary>
    [Field(4)]
    public long? BytesSent { get; private set; }

    /// <summary>Bytes received, headers included.</summary>
    [Field(5)]
    public long? BytesReceived { get; private set; }

    /// <summary>Time that calls waited to be sent; null where the sum fell below zero, as it does on older kernels.</summary>
    [Field(6, Parser = nameof(TrySum))]
    public TimeSpan? QueueTime { get; private set; }

    /// <summary>Time that the server took to answer; null where the sum fell below zero.</summary>
    [Field(7, Parser = nameof(TrySum))]
    public TimeSpan? ResponseTime { get; private set; }

    /// <summary>Time from the start of calls to their end; null where the sum fell below zero.</summary>
    [Field(8, Parser = nameof(TrySum))]
    public TimeSpan? ExecutionTime { get; private set; }

    /// <summary>Calls that ended with an error; null before Linux 5.3.</summary>
    [Field(9)]
    public long? Errors { get; private set; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Reads "NAME: 8 or 9 numbers"; null for another line.</summary>
    internal static RpcOperation? Parse(ReadOnlySpan<byte> name, ReadOnlySpan<byte> numbers, ProcSource source)
    {
        var operation = new RpcOperation(source.Intern(name));
        return Lines.ReadFields(numbers, operation, source, FewestNumbers) ? operation : null;
    }

    // Milliseconds, of differences of clocks that may have been set back in between.
    private static bool TrySum(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        bool parsed = Value.TryMilliseconds(value, source, out TimeSpan sum) && sum >= TimeSpan.Zero;
        time = parsed ? sum : null;
        return parsed;
    }
}
