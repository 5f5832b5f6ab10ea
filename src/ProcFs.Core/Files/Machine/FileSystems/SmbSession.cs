using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a session with a server in <c>/proc/fs/cifs/DebugData</c>: a user who is logged on. Source: cifs_debug_data_proc_show() of fs/smb/client/cifs_debug.c.
/// </summary>
[Fields]
public sealed partial class SmbSession
{
    private readonly List<SmbShare> _shares = [];
    private readonly List<SmbInterface> _interfaces = [];

    internal SmbSession()
    {
    }

    /// <summary>The number in the file; null if it cannot be read.</summary>
    public required int? Number { get; init; }

    /// <summary>The address of the server.</summary>
    [Key("Address"), Key("Name"), Key("entry for", Parser = nameof(TryEntry))] public string? Address { get; private set; }

    /// <summary>The domain of the server; null if it does not say.</summary>
    [Key("Domain")] public string? Domain { get; private set; }

    /// <summary>How often the session is used.</summary>
    [Key("Uses")] public int? Uses { get; private set; }

    /// <summary>The operating system of the server; null if it does not say.</summary>
    [Key("OS")] public string? OperatingSystem { get; private set; }

    /// <summary>The server program; null if the server does not say.</summary>
    [Key("NOS")] public string? ServerSoftware { get; private set; }

    /// <summary>The capabilities of the server.</summary>
    [Key("Capability", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Capabilities { get; private set; }

    /// <summary>The number of the session's state; 1 is good.</summary>
    [Key("Session Status", Parser = nameof(TryFirst)), Key("SMB session status", Parser = nameof(TryFirst))] public int? Status { get; private set; }

    /// <summary>The method of authentication: <c>Kerberos</c>, <c>RawNTLMSSP</c>; null before Linux 4.20.</summary>
    [Key("Security type")] public string? Security { get; private set; }

    /// <summary>The number by which server and client know the session; null before Linux 5.5.</summary>
    [Key("SessionId", Parser = nameof(TrySessionId)), Unit(Unit.Hex)] public ulong? SessionId { get; private set; }

    /// <summary>The numeric id of the user whose session it is; null before Linux 5.5.</summary>
    [Key("User")] public uint? UserId { get; private set; }

    /// <summary>The numeric id of the user whose credentials it uses; null before Linux 5.8.</summary>
    [Key("Cred User", Parser = nameof(TryUser))] public uint? CredentialUserId { get; private set; }

    /// <summary>Whether it is encrypted.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Whether it is signed.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>Whether the user is logged on as a guest or without a name.</summary>
    public bool IsGuest { get; private set; }

    /// <summary>Whether the connection is lost and not yet restored.</summary>
    public bool IsDisconnected { get; private set; }

    /// <summary>The connections of the session beside the first.</summary>
    public int ExtraChannels { get; internal set; }

    /// <summary>The requests that wait for their response.</summary>
    public int PendingRequests { get; internal set; }

    /// <summary>The mounted shares.</summary>
    public SmbShare[] Shares => [.. _shares];

    /// <summary>The network interfaces of the server.</summary>
    public SmbInterface[] Interfaces => [.. _interfaces];

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbSession),
        new(nameof(Address), 24),
        new(nameof(Security), 10),
        new(nameof(Status), 6),
        new(nameof(IsDisconnected), 14),
        new(nameof(Shares)));

    /// <summary>The address of the server.</summary>
    public override string ToString() => DisplayText.Escape(Address ?? "");

    internal List<SmbShare> ShareList => _shares;

    internal List<SmbInterface> InterfaceList => _interfaces;

    /// <summary>Takes a line about the session itself.</summary>
    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        IsEncrypted |= line.EndsWith(" encrypted"u8) || line.IndexOf(" encrypted "u8) >= 0;
        IsSigned |= line.EndsWith(" signed"u8);
        IsGuest |= line.EndsWith("Guest"u8) || line.EndsWith("Anonymous"u8);
        int lost = line.IndexOf("Primary channel: DISCONNECTED"u8);
        IsDisconnected |= lost >= 0;
        line = lost < 0 ? line : line[..lost];
        int retry = line.IndexOf("[RECONNECTING]"u8);
        Labels.ReadLine(retry < 0 ? line : line[..retry], this, source);
    }

    // "10.0.0.1 not fully displayed"
    private static bool TryEntry(ReadOnlySpan<byte> value, ProcSource source, out string? text)
    {
        text = source.Intern(new FieldScanner(value).Next());
        return true;
    }

    // "1 Guest"
    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out int? number)
    {
        bool parsed = Value.TryRead(new FieldScanner(value).Next(), source, out int first);
        number = parsed ? first : null;
        return parsed;
    }

    private static bool TryUser(ReadOnlySpan<byte> value, ProcSource source, out uint? user)
    {
        bool parsed = Value.TryRead(new FieldScanner(value).Next(), source, out uint first);
        user = parsed ? first : null;
        return parsed;
    }

    // "0x4c000014 encrypted signed"
    private static bool TrySessionId(ReadOnlySpan<byte> value, ProcSource source, out ulong? id)
    {
        bool parsed = Value.TryPrefixedHex(new FieldScanner(value).Next(), source, out ulong number);
        id = parsed ? number : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
