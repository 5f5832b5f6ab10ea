using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/key-users</c>: the keys that a user holds, and how many the user may hold. Users of the reader's user namespace alone are
/// listed. Source: keyrings(7), proc_key_users_show() of security/keys/proc.c.
/// </summary>
[Fields]
public sealed partial class KeyQuota : ILine<KeyQuota>, IRow<KeyQuota>
{
    private const int FewestFields = 4;

    private KeyQuota()
    {
    }

    /// <summary>The user.</summary>
    public required uint UserId { get; init; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public required string? User { get; init; }

    /// <summary>References that the kernel holds to the record.</summary>
    [Field(1)] public int? References { get; private set; }

    /// <summary>Keys of the user.</summary>
    [Field(2, Parser = nameof(TryFirst))] public long? Keys { get; private set; }

    /// <summary>Those that are made up and can be used.</summary>
    [Field(2, Parser = nameof(TrySecond))] public long? InstantiatedKeys { get; private set; }

    /// <summary>Keys that count against the quota.</summary>
    [Field(3, Parser = nameof(TryFirst))] public long? QuotaKeys { get; private set; }

    /// <summary>How many the user may hold (<c>kernel.keys.maxkeys</c>).</summary>
    [Field(3, Parser = nameof(TrySecond))] public long? MaximumKeys { get; private set; }

    /// <summary>Bytes of those keys.</summary>
    [Field(4, Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? QuotaSize { get; private set; }

    /// <summary>How many bytes the user may hold (<c>kernel.keys.maxbytes</c>).</summary>
    [Field(4, Parser = nameof(TrySecond)), Unit(Unit.Bytes)] public long? MaximumSize { get; private set; }

    /// <summary>Fields that this version does not know, by their numbers.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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
