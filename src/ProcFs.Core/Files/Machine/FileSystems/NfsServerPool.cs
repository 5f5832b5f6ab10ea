using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/fs/nfsd/pool_stats</c>: a thread pool of the NFS server. Source: svc_pool_stats_show() of net/sunrpc/svc_xprt.c.</summary>
[Fields]
public sealed partial class NfsServerPool : ITable<NfsServerPool>
{
    private NfsServerPool()
    {
    }

    /// <summary>The number of the pool.</summary>
    [Key("# pool")] public int Pool { get; private set; }

    /// <summary>Packets that arrived.</summary>
    [Key("packets-arrived")] public long? PacketsArrived { get; private set; }

    /// <summary>The number of times that a connection had to wait for a thread.</summary>
    [Key("sockets-enqueued")] public long? SocketsEnqueued { get; private set; }

    /// <summary>The number of times that a thread was woken for a connection.</summary>
    [Key("threads-woken")] public long? ThreadsWoken { get; private set; }

    /// <summary>Threads that timed out without work.</summary>
    [Key("threads-timedout")] public long? ThreadsTimedOut { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsServerPool),
        new(nameof(Pool), 5),
        new(nameof(PacketsArrived), 14),
        new(nameof(SocketsEnqueued), 15),
        new(nameof(ThreadsWoken), 12),
        new(nameof(ThreadsTimedOut), 15));

    /// <summary>The number.</summary>
    public override string ToString() => $"pool {Pool}";

    static string IRow<NfsServerPool>.NameOf(NfsServerPool row) => $"{row.Pool}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsServerPool, bool> emit) => HeaderedLines.Read(source, static _ => new NfsServerPool(), emit);
}
