using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/phonet</c>: a socket of Phonet, the protocol between the processors of mobile phones. Source: pn_sock_seq_show() of
/// net/phonet/socket.c.
/// </summary>
[Fields]
public sealed partial class PhonetSocket : ITable<PhonetSocket>
{
    private PhonetSocket()
    {
    }

    /// <summary>The protocol: 1 for datagrams, 2 for pipes.</summary>
    [Field(1)] public int? Protocol { get; private set; }

    /// <summary>The object that it is bound to: the device in the upper byte, the port below.</summary>
    [Field(2, Parser = nameof(TryObject)), Unit(Unit.Hex)] public ulong LocalObject { get; private set; }

    /// <summary>The resource that it is bound to; 0 without one.</summary>
    [Field(2, Parser = nameof(TryResource)), Unit(Unit.Hex)] public ulong? Resource { get; private set; }

    /// <summary>The state, one of TCP: Established, Listen, Close.</summary>
    [Field(3, Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The memory of packets not yet sent.</summary>
    [Field(4, Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of packets not yet read by the program.</summary>
    [Field(4, Parser = nameof(TrySecond)), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Field(5)] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>.</summary>
    [Field(6)] public ulong Inode { get; private set; }

    /// <summary>The number of references to the socket in the kernel.</summary>
    [Field(7)] public long? References { get; private set; }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Field(8, Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The number of packets dropped.</summary>
    [Field(9)] public long? Drops { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PhonetSocket),
        new(nameof(State), 11),
        new(nameof(LocalObject), 11),
        new(nameof(Resource), 8),
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12),
        new(nameof(Inode), 10));

    /// <summary>The object, the state and the inode: <c>0x6c40 Close 21034</c>.</summary>
    public override string ToString() => $"0x{LocalObject:x4} {State?.ToString() ?? "?"} {Inode}";

    static string IRow<PhonetSocket>.NameOf(PhonetSocket row) => $"{row.Inode}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PhonetSocket, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("pt "u8),
        static _ => { },
        static (line, from) =>
        {
            var row = new PhonetSocket();
            bool isRow = Lines.ReadFields(line, row, from, 6) && ((IFields)row).IsWhole;
            row.User = from.UserName(row.UserId);
            return isRow ? row : null;
        },
        "a protocol, an object, a state, queues, a user and an inode",
        emit);

    // "6C40:0000:00": the object, that of the other end, which the kernel writes as zero, and the resource.
    private static bool TryObject(ReadOnlySpan<byte> value, ProcSource source, out ulong number) =>
        Value.TryHex(value[..Math.Max(value.IndexOf((byte)':'), 0)], source, out number);

    private static bool TryResource(ReadOnlySpan<byte> value, ProcSource source, out ulong? resource)
    {
        bool parsed = Value.TryHex(value[(value.LastIndexOf((byte)':') + 1)..], source, out ulong number);
        resource = number;
        return parsed && value.Count((byte)':') == 2;
    }

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state) => SocketColumn.TryState(value, source, out state);

    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first) => SocketColumn.TryFirst(value, source, out first);

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second) => SocketColumn.TrySecond(value, source, out second);

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);
}
