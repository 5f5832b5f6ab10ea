using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/fs/nfsd/filecache</c>: the files that the NFS server keeps open for its clients. Source: nfsd_file_cache_stats_show() of fs/nfsd/filecache.c.
/// </summary>
[Fields]
public sealed partial class NfsFileCache : IRecord<NfsFileCache>
{
    private NfsFileCache()
    {
    }

    /// <summary>Files in the cache.</summary>
    [Key("total inodes"), Key("total entries")] public long? Files { get; private set; }

    /// <summary>The hash buckets; null before Linux 6.1.</summary>
    [Key("hash buckets")] public long? Buckets { get; private set; }

    /// <summary>The entries in the list of those to be closed first.</summary>
    [Key("lru entries")] public long? ListedFiles { get; private set; }

    /// <summary>Requests for a file that was open already.</summary>
    [Key("cache hits")] public long? Hits { get; private set; }

    /// <summary>The files opened; null before Linux 6.0.</summary>
    [Key("acquisitions")] public long? Acquisitions { get; private set; }

    /// <summary>The entries allocated; null before Linux 6.6.</summary>
    [Key("allocations")] public long? Allocations { get; private set; }

    /// <summary>The files closed; null before Linux 6.0.</summary>
    [Key("releases")] public long? Releases { get; private set; }

    /// <summary>The files closed because they were not used; null before Linux 6.0.</summary>
    [Key("evictions")] public long? Evictions { get; private set; }

    /// <summary>How long a file was in the cache on average; null if none has left it, and before Linux 6.0.</summary>
    [Key("mean age (ms)", Parser = nameof(TryAge)), Unit(Unit.Duration)] public TimeSpan? MeanAge { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsFileCache),
        new(nameof(Files), 10),
        new(nameof(Hits), 12),
        new(nameof(Acquisitions), 12),
        new(nameof(Releases), 10),
        new(nameof(Evictions), 10),
        new(nameof(MeanAge), 10));

    /// <summary>The number of files.</summary>
    public override string ToString() => $"{Files} files";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static NfsFileCache Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new NfsFileCache();
        KeyValues.Read(text, record, source);
        return record;
    }

    // "-" if no file has left the cache.
    private static bool TryAge(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? age)
    {
        bool isNone = value.SequenceEqual("-"u8);
        TimeSpan time = default;
        bool parsed = isNone || Value.TryMilliseconds(value, source, out time);
        age = parsed && !isNone ? time : null;
        return parsed;
    }
}
