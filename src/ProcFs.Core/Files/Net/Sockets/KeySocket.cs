using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/pfkey</c>: a socket of the IPsec key management. Source: pfkey_seq_show() of
/// net/key/af_key.c.
/// </summary>
[Fields]
public sealed partial class KeySocket : ITable<KeySocket>
{
    private KeySocket()
    {
    }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("sk", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The number of references to the socket in the kernel.</summary>
    [Key("RefCnt")] public long? References { get; private set; }

    /// <summary>The memory of what the program has not read yet.</summary>
    [Key("Rmem"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The memory of what was not sent yet.</summary>
    [Key("Wmem"), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Key("User")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>.</summary>
    [Key("Inode")] public ulong Inode { get; private set; }

    /// <summary>Columns unknown to this version, as text: those after the last one are <c>+1</c>, <c>+2</c>.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(KeySocket),
        new(nameof(Inode), 10),
        new(nameof(ReceiveQueue), 12),
        new(nameof(SendQueue), 9),
        new(nameof(User), 12));

    /// <summary>The inode and the user: <c>21034 root</c>.</summary>
    public override string ToString() => $"{Inode} {User}".TrimEnd();

    static string IRow<KeySocket>.NameOf(KeySocket row) => $"{row.Inode}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KeySocket, bool> emit) => HeaderedLines.Read(source, static _ => new KeySocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);
}
