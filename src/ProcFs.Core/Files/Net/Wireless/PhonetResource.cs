using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/pnresource</c>: a resource of Phonet that a socket has reserved. Source: pn_res_seq_show() of net/phonet/socket.c.
/// </summary>
[Fields]
public sealed partial class PhonetResource : ITable<PhonetResource>
{
    private PhonetResource()
    {
    }

    /// <summary>The resource.</summary>
    [Key("rs", Scale.Hex)] public ulong Resource { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode of the socket, as in the descriptor target <c>socket:[1234]</c>.</summary>
    [Key("inode")] public ulong? Inode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PhonetResource),
        new(nameof(Resource), 8),
        new(nameof(User), 16),
        new(nameof(Inode), 10));

    /// <summary>The resource and the inode: <c>0x1b 21034</c>.</summary>
    public override string ToString() => $"0x{Resource:x2} {Inode}".TrimEnd();

    static string IRow<PhonetResource>.NameOf(PhonetResource row) => $"{row.Resource:x2}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PhonetResource, bool> emit) => HeaderedLines.Read(source, static _ => new PhonetResource(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });
}
