using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/rpc/(cache)/content</c> in a cache that has no type of its own. Source: c_show() of net/sunrpc/cache.c.</summary>
public sealed class RpcCacheEntry : ITable<RpcCacheEntry>
{
    private RpcCacheEntry()
    {
    }

    /// <summary>The fields of the entry.</summary>
    public required string[] Fields { get; init; }

    /// <summary>The names of the fields, as the heading of the file has them.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether the kernel uses the entry; false for one that has expired, is negative, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(RpcCacheEntry),
        new(nameof(IsValid), 7),
        new(nameof(Heading), 24),
        new(nameof(Fields)));

    /// <summary>The fields.</summary>
    public override string ToString() => DisplayText.Escape(string.Join(' ', Fields));

    static string IRow<RpcCacheEntry>.NameOf(RpcCacheEntry row) => row.Fields[0].Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RpcCacheEntry, bool> emit) => RpcCache.Read(source, "fields", Parse, emit);

    private static RpcCacheEntry? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source) =>
        !Grammar.Value.TryRead(line, source, out string[] fields) || fields.Length == 0 ? null : new RpcCacheEntry
        {
            Fields = fields,
            Heading = state.Heading,
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
}
