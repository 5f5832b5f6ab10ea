using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rpc/auth.unix.gid/content</c>: the groups of a user who has called a service, which the server asks of the daemon because a call
/// can name only 16 of them. Source: unix_gid_show() of net/sunrpc/svcauth_unix.c.
/// </summary>
public sealed class RpcUserGroups : ITable<RpcUserGroups>
{
    private RpcUserGroups()
    {
    }

    /// <summary>The id of the user.</summary>
    public required uint UserId { get; init; }

    /// <summary>The name of the user; the id if the system has no name for it.</summary>
    public required string? User { get; init; }

    /// <summary>The ids of the groups; none if the user is not known.</summary>
    public required uint[] GroupIds { get; init; }

    /// <summary>The names of the groups; the id of one for which the system has no name.</summary>
    public required string[] Groups { get; init; }

    /// <summary>Whether the server uses the entry; false for one that has expired, is of an unknown user, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(RpcUserGroups),
        new(nameof(User), 16),
        new(nameof(UserId), 10),
        new(nameof(IsValid), 7),
        new(nameof(Groups)));

    /// <summary>The user and the groups: <c>alice 1000 4</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{User} {string.Join(' ', Groups)}".TrimEnd());

    static string IRow<RpcUserGroups>.NameOf(RpcUserGroups row) => $"{row.UserId}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RpcUserGroups, bool> emit) => RpcCache.Read(source, "a user id, the number of groups, and their ids", Parse, emit);

    // "1000 3: 1000 4 27"; kernels before 3.5 write the ids of groups with a sign.
    private static RpcUserGroups? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    {
        var words = new FieldScanner(line);
        bool isUser = Number.TryUInt32(words.Next(), out uint user);
        if (!isUser || words.Next() is not [.. var count, (byte)':'] || !Number.TryInt32(count, out int length) || length is < 0 or > 65536)
        {
            return null;
        }

        var ids = new List<uint>();
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!Number.TryInt64(word, out long id) || id is < int.MinValue or > uint.MaxValue)
            {
                return null;
            }

            ids.Add(unchecked((uint)id));
        }

        return ids.Count != length ? null : new RpcUserGroups
        {
            UserId = user,
            User = source.UserName(user),
            GroupIds = [.. ids],
            Groups = [.. ids.Select(id => source.GroupName(id)!)],
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
    }
}
