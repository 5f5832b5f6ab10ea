using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/key-users</c>: the keys of a user and the quota of the user. Only users of the reader's user namespace are listed. Source:
/// keyrings(7), proc_key_users_show() of security/keys/proc.c.
/// </summary>
[Fields]
public sealed partial class KeyQuota : ILine<KeyQuota>, IRow<KeyQuota>
{
    private const int FewestFields = 4;

    private KeyQuota()
    {
    }

    /// <summary>The id of the user.</summary>
    public required uint UserId { get; init; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public required string? User { get; init; }

    /// <summary>The number of references to the record in the kernel.</summary>
    [Field(1)] public int? References { get; private set; }

    /// <summary>The number of keys of the user.</summary>
    [Field(2, Parser = nameof(TryFirst))] public long? Keys { get; private set; }

    /// <summary>The number of instantiated keys.</summary>
    [Field(2, Parser = nameof(TrySecond))] public long? InstantiatedKeys { get; private set; }

    /// <summary>The number of keys that count against the quota.</summary>
    [Field(3, Parser = nameof(TryFirst))] public long? QuotaKeys { get; private set; }

    /// <summary>The maximum number of keys of the user (<c>kernel.keys.maxkeys</c>).</summary>
    [Field(3, Parser = nameof(TrySecond))] public long? MaximumKeys { get; private set; }

    /// <summary>The number of bytes of those keys.</summary>
    [Field(4, Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? QuotaSize { get; private set; }

    /// <summary>The maximum number of bytes of the user (<c>kernel.keys.maxbytes</c>).</summary>
    [Field(4, Parser = nameof(TrySecond)), Unit(Unit.Bytes)] public long? MaximumSize { get; private set; }

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<KeyQuota>.Form => "a user, references and three pairs of numbers";

    internal static View View => new(
        typeof(KeyQuota),
        new(nameof(UserId), 6),
        new(nameof(User), 16),
        new(nameof(Keys), 6),
        new(nameof(QuotaKeys), 9),
        new(nameof(MaximumKeys), 11),
        new(nameof(QuotaSize), 9),
        new(nameof(MaximumSize), 11));

    /// <summary>The user and the number of keys: <c>root 3/1000000</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{User} {QuotaKeys}/{MaximumKeys}");

    static string IRow<KeyQuota>.NameOf(KeyQuota row) => $"{row.UserId}";

    /// <inheritdoc/>
    public static KeyQuota? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int colon = line.IndexOf((byte)':');
        if (colon < 1 || !Number.TryUInt32(Value.Trim(line[..colon]), out uint user))
        {
            return null;
        }

        var quota = new KeyQuota { UserId = user, User = source.UserName(user) };
        return Lines.ReadFields(line[(colon + 1)..], quota, source, FewestFields) ? quota : null;
    }

    // "3/1000000"
    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? number)
    {
        bool parsed = Number.TryInt64(value[..Math.Max(value.IndexOf((byte)'/'), 0)], out long first);
        number = first;
        return parsed;
    }

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? number)
    {
        bool parsed = Number.TryInt64(value[(value.IndexOf((byte)'/') + 1)..], out long second);
        number = second;
        return parsed && value.Contains((byte)'/');
    }
}
