using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/fs/nfsd/clients/&lt;n&gt;/info</c>: an NFSv4 client of the server. Source: client_info_show() of fs/nfsd/nfs4state.c.
/// </summary>
[Fields]
public sealed partial class NfsServerClient : IRecord<NfsServerClient>
{
    private NfsServerClient()
    {
    }

    /// <summary>The number that the server gave the client.</summary>
    [Key("clientid", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? ClientId { get; private set; }

    /// <summary>The address and the port: <c>192.0.2.7:865</c>, <c>[2001:db8::7]:865</c>.</summary>
    [Key("address", Parser = nameof(TryQuoted))] public string? Address { get; private set; }

    /// <summary>The state: <c>confirmed</c>, <c>unconfirmed</c>, <c>courtesy</c> if its lease has expired and its state is kept, <c>expirable</c>; null before Linux 5.19.</summary>
    [Key("status")] public string? Status { get; private set; }

    /// <summary>The time since it last renewed its lease; null before Linux 5.19.</summary>
    [Key("seconds from last renew", Scale.Seconds), Unit(Unit.Duration)] public TimeSpan? SinceRenewal { get; private set; }

    /// <summary>The name that the client gave itself; bytes that are not printable are octal.</summary>
    [Key("name", Parser = nameof(TryQuoted))] public string? Name { get; private set; }

    /// <summary>The minor version of the protocol: 2 for NFSv4.2.</summary>
    [Key("minor version")] public int? MinorVersion { get; private set; }

    /// <summary>The domain of the maker of the client program; null if the client does not say.</summary>
    [Key("Implementation domain", Parser = nameof(TryQuoted))] public string? ImplementationDomain { get; private set; }

    /// <summary>The name and version of the client program; null if the client does not say.</summary>
    [Key("Implementation name", Parser = nameof(TryQuoted))] public string? Implementation { get; private set; }

    /// <summary>The time of the client program, as the kernel writes it: <c>[0, 0]</c>; null if the client does not say.</summary>
    [Key("Implementation time")] public string? ImplementationTime { get; private set; }

    /// <summary>The state of the connection from the server to the client: <c>UP</c>, <c>DOWN</c>, <c>UNKNOWN</c>, <c>FAULT</c>; null before Linux 5.10.</summary>
    [Key("callback state")] public string? CallbackState { get; private set; }

    /// <summary>The address and port of that connection; null before Linux 5.10.</summary>
    [Key("callback address")] public string? CallbackAddress { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsServerClient),
        new(nameof(Address), 26),
        new(nameof(Status), 11),
        new(nameof(SinceRenewal), 12),
        new(nameof(MinorVersion), 12),
        new(nameof(CallbackState), 13),
        new(nameof(Name), 0));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name ?? Address ?? "");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static NfsServerClient Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new NfsServerClient();
        KeyValues.Read(text, record, source);
        return record;
    }

    private static bool TryQuoted(ReadOnlySpan<byte> value, ProcSource source, out string? text)
    {
        text = source.Intern(value is [(byte)'"', .., (byte)'"'] ? value[1..^1] : value);
        return true;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
