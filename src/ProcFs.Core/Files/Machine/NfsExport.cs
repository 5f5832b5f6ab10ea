using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/fs/nfsd/exports</c> or <c>/proc/net/rpc/nfsd.export/content</c>: a folder exported by the NFS server to a client that has requested it.
/// Source: svc_export_show() of fs/nfsd/export.c.
/// </summary>
public sealed class NfsExport : ITable<NfsExport>
{
    private NfsExport()
    {
    }

    /// <summary>The folder.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The permitted clients: a name, an address, a network, <c>*</c>.</summary>
    public required string Client { get; init; }

    /// <summary>The options: <c>rw</c>, <c>no_root_squash</c>, <c>sec=1</c>; none for an entry that is not valid.</summary>
    public required string[] Options { get; init; }

    /// <summary>Whether the server uses the entry; false for one that has expired, denies access, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(NfsExport),
        new(nameof(Target), 32),
        new(nameof(Client), 24),
        new(nameof(IsValid), 7),
        new(nameof(Options)));

    /// <summary>The folder and the client.</summary>
    public override string ToString() => DisplayText.Escape($"{Target} {Client}");

    static string IRow<NfsExport>.NameOf(NfsExport row) => row.Target.Trim('/').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsExport, bool> emit) =>
        RpcCache.Read(source, "a folder and a client with options in brackets", Parse, emit);

    // "/srv\t192.168.0.0/24(rw,no_root_squash)"
    private static NfsExport? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> path = words.Next();
        ReadOnlySpan<byte> client = words.Next();
        int open = client.IndexOf((byte)'(');
        return open < 1 || client[^1] != ')' ? null : new NfsExport
        {
            Target = source.Intern(OctalEscapes.Decode(path, " \t\n\\"u8)),
            Client = source.Intern(OctalEscapes.Decode(client[..open], " \t\n\\"u8)),
            Options = OptionsOf(client[(open + 1)..^1], source),
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
    }

    // The kernel escapes a comma in a location (refer=/a@host).
    private static string[] OptionsOf(ReadOnlySpan<byte> text, ProcSource source)
    {
        var options = new List<string>();
        var scanner = new FieldScanner(text);
        while (!scanner.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> option = scanner.NextUntil((byte)',');
            if (!option.IsEmpty)
            {
                options.Add(source.Intern(OctalEscapes.Decode(option, ",;@ \t\n\\"u8)));
            }
        }

        return [.. options];
    }
}
