using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/keys</c>: a key that the reader can view. Source: keyrings(7), proc_keys_show() of security/keys/proc.c.</summary>
[Fields]
public sealed partial class KernelKey : ILine<KernelKey>, IRow<KernelKey>
{
    // The description follows, and can be empty.
    private const int FewestFields = 8;

    private KernelKey()
    {
    }

    /// <summary>The serial number of the key, which keyctl(2) takes.</summary>
    [Unit(Unit.Hex)] public required int KeyId { get; init; }

    /// <summary>
    /// The flags, a letter if set and a dash if not: instantiated, revoked, dead, counted against the quota, under construction by user space, negative,
    /// invalidated.
    /// </summary>
    [Field(2)] public string? Flags { get; private set; }

    /// <summary>The number of references to it in the kernel.</summary>
    [Field(3)] public int? References { get; private set; }

    /// <summary>The expiry as the kernel writes it: <c>perm</c> for never, <c>expd</c> if expired, <c>3d</c>, <c>12h</c>.</summary>
    [Field(4)] public string? Timeout { get; private set; }

    /// <summary>The time until it expires, in the resolution of <see cref="Timeout"/>; null if it never expires or has expired.</summary>
    [Field(4, Parser = nameof(TryExpiry))] public TimeSpan? ExpiresIn { get; private set; }

    /// <summary>The permissions: eight bits each for the possessor, the user, the group and others.</summary>
    [Field(5, Scale.Hex)] public ulong? Permissions { get; private set; }

    /// <summary>The id of the owner.</summary>
    [Field(6)] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The id of the group; null for none (-1).</summary>
    [Field(7, Parser = nameof(TryGroup))] public uint? GroupId { get; private set; }

    /// <summary>The type: <c>keyring</c>, <c>user</c>, <c>logon</c>, <c>asymmetric</c>, which the kernel truncates to nine letters (<c>asymmetri</c>).</summary>
    [Field(8)] public string? Type { get; private set; }

    /// <summary>The description and, after a colon, details of its type: <c>_uid.0: empty</c>.</summary>
    public string Description { get; private set; } = "";

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<KernelKey>.Form => "an id, flags, references, a time, permissions, a user, a group and a type";

    internal static View View => new(
        typeof(KernelKey),
        new(nameof(KeyId), 11),
        new(nameof(Flags), 7),
        new(nameof(Timeout), 7),
        new(nameof(Permissions), 11),
        new(nameof(User), 12),
        new(nameof(Type), 10),
        new(nameof(Description)));

    /// <summary>The type and the description: <c>keyring _uid.0: empty</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Type} {Description}".TrimEnd());

    static string IRow<KernelKey>.NameOf(KernelKey row) => row.KeyId.ToString("x8", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static KernelKey? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        if (!Number.TryHex(words.Next(), out ulong id) || id > int.MaxValue)
        {
            return null;
        }

        ReadOnlySpan<byte> fields = words.Rest;
        for (int number = 2; number <= FewestFields; number++)
        {
            words.Next();
        }

        var key = new KernelKey { KeyId = (int)id };
        bool isKey = Lines.ReadFields(fields[..^words.Rest.Length], key, source, FewestFields - 1, first: 2);
        key.User = source.UserName(key.UserId);
        key.Description = source.Intern(Value.Trim(words.Rest));
        return isKey ? key : null;
    }

    // "12h"; other text means never or expired.
    private static bool TryExpiry(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        time = null;
        if (value.SequenceEqual("perm"u8) || value.SequenceEqual("expd"u8))
        {
            return true;
        }

        long unit = value[^1] switch
        {
            (byte)'s' => TimeSpan.TicksPerSecond,
            (byte)'m' => TimeSpan.TicksPerMinute,
            (byte)'h' => TimeSpan.TicksPerHour,
            (byte)'d' => TimeSpan.TicksPerDay,
            (byte)'w' => 7 * TimeSpan.TicksPerDay,
            _ => 0,
        };
        bool parsed = Number.TryUInt32(value[..^1], out uint count) && unit > 0;
        time = parsed ? new TimeSpan(Saturating.Clamp((Int128)count * unit)) : null;
        return parsed;
    }

    private static bool TryGroup(ReadOnlySpan<byte> value, ProcSource source, out uint? group)
    {
        bool isNone = value.SequenceEqual("-1"u8);
        bool parsed = Number.TryUInt32(value, out uint id);
        group = parsed ? id : null;
        return parsed || isNone;
    }
}
