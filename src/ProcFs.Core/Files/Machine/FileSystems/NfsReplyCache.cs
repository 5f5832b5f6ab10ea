using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/fs/nfsd/reply_cache_stats</c>: the replies that the NFS server keeps so as not to repeat an operation. Source: nfsd_reply_cache_stats_show() of
/// fs/nfsd/nfscache.c.
/// </summary>
[Fields]
public sealed partial class NfsReplyCache : IRecord<NfsReplyCache>
{
    private NfsReplyCache()
    {
    }

    /// <summary>The largest number of replies.</summary>
    [Key("max entries")] public long? MaximumEntries { get; private set; }

    /// <summary>The number of replies.</summary>
    [Key("num entries")] public long? Entries { get; private set; }

    /// <summary>The hash buckets.</summary>
    [Key("hash buckets")] public long? Buckets { get; private set; }

    /// <summary>The memory used, in bytes.</summary>
    [Key("mem usage"), Unit(Unit.Bytes)] public long? MemoryUsage { get; private set; }

    /// <summary>Requests answered with a kept reply.</summary>
    [Key("cache hits")] public long? Hits { get; private set; }

    /// <summary>Requests that were new.</summary>
    [Key("cache misses")] public long? Misses { get; private set; }

    /// <summary>Requests whose reply need not be kept.</summary>
    [Key("not cached")] public long? NotCached { get; private set; }

    /// <summary>Requests that looked like an earlier one and had other content.</summary>
    [Key("payload misses")] public long? PayloadMisses { get; private set; }

    /// <summary>The longest chain of a bucket.</summary>
    [Key("longest chain len")] public long? LongestChain { get; private set; }

    /// <summary>The number of replies when it was the longest.</summary>
    [Key("cachesize at longest")] public long? EntriesAtLongest { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsReplyCache),
        new(nameof(Entries), 10),
        new(nameof(MaximumEntries), 14),
        new(nameof(MemoryUsage), 11),
        new(nameof(Hits), 10),
        new(nameof(Misses), 10),
        new(nameof(NotCached), 10));

    /// <summary>The number of replies.</summary>
    public override string ToString() => $"{Entries} replies";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static NfsReplyCache Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new NfsReplyCache();
        KeyValues.Read(text, record, source);
        return record;
    }
}
