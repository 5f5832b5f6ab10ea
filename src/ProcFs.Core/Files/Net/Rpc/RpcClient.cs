using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rpc/auth.unix.ip/content</c>: the domain to which an address belongs that has called a service. Source: ip_map_show() of
/// net/sunrpc/svcauth_unix.c.
/// </summary>
public sealed class RpcClient : ITable<RpcClient>
{
    private RpcClient()
    {
    }

    /// <summary>The service: <c>nfsd</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The address of the client.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The domain, which names the clients that an export permits: <c>192.0.2.0/24</c>, <c>*</c>; null if it belongs to none.</summary>
    public required string? Domain { get; init; }

    /// <summary>Whether the server uses the entry; false for one that has expired, denies access, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(RpcClient),
        new(nameof(Service), 8),
        new(nameof(Address), 39),
        new(nameof(IsValid), 7),
        new(nameof(Domain)));

    /// <summary>The service, the address and the domain: <c>nfsd 192.0.2.7 192.0.2.0/24</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Service} {Address} {Domain ?? "-"}");

    static string IRow<RpcClient>.NameOf(RpcClient row) => $"{row.Service}-{row.Address}".Replace(':', '_').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RpcClient, bool> emit) => RpcCache.Read(source, "a service, an address and a domain", Parse, emit);

    private static RpcClient? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    {
        var words = new FieldScanner(line);
        string service = source.Intern(words.Next());
        if (!Value.TryRead(words.Next(), source, out IPAddress? address))
        {
            return null;
        }

        ReadOnlySpan<byte> domain = Value.Trim(words.Rest);
        return domain.IsEmpty ? null : new RpcClient
        {
            Service = service,
            Address = address!,
            Domain = domain.SequenceEqual("-no-domain-"u8) ? null : source.Intern(domain),
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
    }
}
