using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rpc/nfs4.idtoname/content</c> or <c>nfs4.nametoid/content</c>: the name of a user or group in NFSv4, and its number on this machine.
/// Source: idtoname_show(), nametoid_show() of fs/nfsd/nfs4idmap.c.
/// </summary>
public sealed class NfsIdMapping : ITable<NfsIdMapping>
{
    private const string ByName = "domain type name";

    private NfsIdMapping()
    {
    }

    /// <summary>The client, or the domain of clients.</summary>
    public required string Domain { get; init; }

    /// <summary>What is named: <c>user</c> or <c>group</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name: <c>alice@example.org</c>; null if the number has none, or the daemon has not answered yet.</summary>
    public required string? Name { get; init; }

    /// <summary>The id of the user or group; null if the name is unknown, or the daemon has not answered yet.</summary>
    public required uint? MappedId { get; init; }

    /// <summary>Whether the server uses the entry; false for one that has expired, is unknown, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(NfsIdMapping),
        new(nameof(Domain), 20),
        new(nameof(Kind), 5),
        new(nameof(MappedId), 10),
        new(nameof(IsValid), 7),
        new(nameof(Name)));

    /// <summary>What is named, the id and the name: <c>user 1000 alice@example.org</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Kind} {MappedId?.ToString() ?? "?"} {Name ?? "?"}");

    static string IRow<NfsIdMapping>.NameOf(NfsIdMapping row) => $"{row.Kind}-{row.MappedId?.ToString() ?? row.Name ?? "?"}".Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsIdMapping, bool> emit) => RpcCache.Read(source, "a domain, user or group, and an id or a name", Parse, emit);

    // "* user 1000 alice@example.org" where ids are looked up, "* user alice@example.org 1000" where names are; a name can contain blanks.
    private static NfsIdMapping? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    {
        var words = new FieldScanner(line);
        string domain = source.Intern(words.Next());
        string kind = source.Intern(words.Next());
        ReadOnlySpan<byte> rest = Value.Trim(words.Rest);
        bool isByName = state.Heading.StartsWith(ByName, StringComparison.Ordinal);
        int blank = isByName ? rest.LastIndexOf((byte)' ') : rest.IndexOf((byte)' ');
        ReadOnlySpan<byte> first = blank < 0 ? rest : rest[..blank];
        ReadOnlySpan<byte> second = blank < 0 ? default : Value.Trim(rest[blank..]);
        uint id = 0;
        bool isId = Number.TryUInt32(isByName ? second : first, out id);
        if (kind is not ("user" or "group") || first.IsEmpty || (!isId && (!isByName || state.IsValid)))
        {
            return null;
        }

        // An unknown name is the whole rest of its line; the id behind an invalid one means nothing.
        ReadOnlySpan<byte> name = !isByName ? second : isId ? first : rest;
        return new NfsIdMapping
        {
            Domain = domain,
            Kind = kind,
            Name = name.IsEmpty ? null : source.Intern(name),
            MappedId = isByName && !state.IsValid ? null : id,
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
    }
}
