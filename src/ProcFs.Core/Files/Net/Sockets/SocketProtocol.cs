using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/protocols</c>: a socket protocol, its sockets in the network namespace, and the operations it implements. Source:
/// proto_seq_printf() of net/core/sock.c.
/// </summary>
[Fields]
public sealed partial class SocketProtocol : ITable<SocketProtocol>
{
    private SocketProtocol()
    {
    }

    /// <summary>The name: <c>TCP</c>, <c>UNIX-STREAM</c>, <c>NETLINK</c>.</summary>
    [Key("protocol")] public string Name { get; private set; } = "";

    /// <summary>The size of a socket structure of the kernel, in bytes, without buffers.</summary>
    [Key("size"), Unit(Unit.Bytes)] public long? SocketSize { get; private set; }

    /// <summary>Sockets in use.</summary>
    [Key("sockets")] public long? Sockets { get; private set; }

    /// <summary>The memory of the buffers in all network namespaces, in bytes; null if the protocol does not count it.</summary>
    [Key("memory", Parser = nameof(TryMemory)), Unit(Unit.Bytes)] public long? Memory { get; private set; }

    /// <summary>Whether the protocol is under memory pressure; null if it has no such state.</summary>
    [Key("press", Parser = nameof(TryPressure))] public bool? IsUnderPressure { get; private set; }

    /// <summary>The space reserved for headers, in bytes.</summary>
    [Key("maxhdr"), Unit(Unit.Bytes)] public long? MaximumHeader { get; private set; }

    /// <summary>Whether its sockets have a slab cache of their own.</summary>
    [Key("slab")] public bool? HasSlab { get; private set; }

    /// <summary>The module; <c>kernel</c> for the kernel itself.</summary>
    [Key("module")] public string? Module { get; private set; }

    /// <summary>Whether it implements <c>close</c>.</summary>
    [Key("cl", Parser = nameof(TryYes))] public bool? HasClose { get; private set; }

    /// <summary>Whether it implements <c>connect</c>.</summary>
    [Key("co", Parser = nameof(TryYes))] public bool? HasConnect { get; private set; }

    /// <summary>Whether it implements <c>disconnect</c>.</summary>
    [Key("di", Parser = nameof(TryYes))] public bool? HasDisconnect { get; private set; }

    /// <summary>Whether it implements <c>accept</c>.</summary>
    [Key("ac", Parser = nameof(TryYes))] public bool? HasAccept { get; private set; }

    /// <summary>Whether it implements <c>ioctl</c>.</summary>
    [Key("io", Parser = nameof(TryYes))] public bool? HasIoctl { get; private set; }

    /// <summary>Whether it implements <c>init</c>.</summary>
    [Key("in", Parser = nameof(TryYes))] public bool? HasInit { get; private set; }

    /// <summary>Whether it implements <c>destroy</c>.</summary>
    [Key("de", Parser = nameof(TryYes))] public bool? HasDestroy { get; private set; }

    /// <summary>Whether it implements <c>shutdown</c>.</summary>
    [Key("sh", Parser = nameof(TryYes))] public bool? HasShutdown { get; private set; }

    /// <summary>Whether it implements <c>setsockopt</c>.</summary>
    [Key("ss", Parser = nameof(TryYes))] public bool? HasSetSockOpt { get; private set; }

    /// <summary>Whether it implements <c>getsockopt</c>.</summary>
    [Key("gs", Parser = nameof(TryYes))] public bool? HasGetSockOpt { get; private set; }

    /// <summary>Whether it implements <c>sendmsg</c>.</summary>
    [Key("se", Parser = nameof(TryYes))] public bool? HasSendMsg { get; private set; }

    /// <summary>Whether it implements <c>recvmsg</c>.</summary>
    [Key("re", Parser = nameof(TryYes))] public bool? HasRecvMsg { get; private set; }

    /// <summary>Whether it implements <c>sendpage</c> (before 6.5).</summary>
    [Key("sp", Parser = nameof(TryYes))] public bool? HasSendPage { get; private set; }

    /// <summary>Whether it implements <c>bind</c>.</summary>
    [Key("bi", Parser = nameof(TryYes))] public bool? HasBind { get; private set; }

    /// <summary>Whether it implements <c>backlog_rcv</c>.</summary>
    [Key("br", Parser = nameof(TryYes))] public bool? HasBacklogReceive { get; private set; }

    /// <summary>Whether it implements <c>hash</c>.</summary>
    [Key("ha", Parser = nameof(TryYes))] public bool? HasHash { get; private set; }

    /// <summary>Whether it implements <c>unhash</c>.</summary>
    [Key("uh", Parser = nameof(TryYes))] public bool? HasUnhash { get; private set; }

    /// <summary>Whether it implements <c>get_port</c>.</summary>
    [Key("gp", Parser = nameof(TryYes))] public bool? HasGetPort { get; private set; }

    /// <summary>Whether it implements <c>enter_memory_pressure</c>.</summary>
    [Key("em", Parser = nameof(TryYes))] public bool? HasEnterMemoryPressure { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SocketProtocol),
        new(nameof(Name), 16),
        new(nameof(Sockets), 8),
        new(nameof(Memory), 9),
        new(nameof(IsUnderPressure), 15),
        new(nameof(SocketSize), 10),
        new(nameof(Module), 20));

    /// <summary>The name and the number of sockets: <c>TCP 5</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Sockets}".TrimEnd());

    static string IRow<SocketProtocol>.NameOf(SocketProtocol row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SocketProtocol, bool> emit) => HeaderedLines.Read(source, static _ => new SocketProtocol(), emit);

    // -1 if it is not counted.
    private static bool TryMemory(ReadOnlySpan<byte> value, ProcSource source, out long? memory)
    {
        bool isNone = value.SequenceEqual("-1"u8);
        bool parsed = Value.TryPages(value, source, out long bytes);
        memory = isNone ? null : bytes;
        return parsed || isNone;
    }

    // "NI" if it is not implemented.
    private static bool TryPressure(ReadOnlySpan<byte> value, ProcSource source, out bool? isUnderPressure)
    {
        bool isNone = value.SequenceEqual("NI"u8);
        bool parsed = Value.TryRead(value, source, out bool flag);
        isUnderPressure = isNone ? null : flag;
        return parsed || isNone;
    }

    private static bool TryYes(ReadOnlySpan<byte> value, ProcSource source, out bool? flag)
    {
        flag = value is [(byte)'y'];
        return value is [(byte)'y' or (byte)'n'];
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || property == nameof(HasSendPage) ? null : UnavailableReason.NotOnThisKernel;
}
