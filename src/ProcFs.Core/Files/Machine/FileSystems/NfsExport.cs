using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/fs/nfsd/exports</c>: a folder exported by the NFS server to a client that has requested it. Source: svc_export_show() of
/// fs/nfsd/export.c.
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

    /// <summary>The options: <c>rw</c>, <c>no_root_squash</c>, <c>sec=1</c>.</summary>
    public required string[] Options { get; init; }

    internal static View View => new(
        typeof(NfsExport),
        new(nameof(Target), 32),
        new(nameof(Client), 24),
        new(nameof(Options)));

    /// <summary>The folder and the client.</summary>
    public override string ToString() => DisplayText.Escape($"{Target} {Client}");

    static string IRow<NfsExport>.NameOf(NfsExport row) => row.Target.Trim('/').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsExport, bool> emit) =>
        Lines.ReadSections(source, static line => line is [(byte)'#', ..], static _ => { }, static (line, from) => Parse(line, from), "a folder and a client with options in brackets", emit);

    // "/srv\t192.168.0.0/24(rw,no_root_squash)"
    private static NfsExport? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> path = words.Next();
        ReadOnlySpan<byte> client = words.Next();
        int open = client.IndexOf((byte)'(');
        return open < 1 || client[^1] != ')' ? null : new NfsExport
        {
            Target = source.Intern(OctalEscapes.Decode(path, " \t\n\\"u8)),
            Client = source.Intern(client[..open]),
            Options = source.Intern(client[(open + 1)..^1]).Split(',', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
