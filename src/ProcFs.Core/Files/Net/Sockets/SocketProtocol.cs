using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/protocols</c>: a kind of socket, how many the network namespace has, and which operations it has of its own. Source: proto_seq_printf() of
/// net/core/sock.c.
/// </summary>
[Fields]
public sealed partial class SocketProtocol : ITable<SocketProtocol>
{
    private SocketProtocol()
    {
    }

    /// <summary>The name: <c>TCP</c>, <c>UNIX-STREAM</c>, <c>NETLINK</c>.</summary>
    [Key("protocol")] public string Name { get; private set; } = "";

    /// <summary>What the kernel needs for a socket, in bytes, without its buffers.</summary>
    [Key("size"), Unit(Unit.Bytes)] public long? SocketSize { get; private set; }

    /// <summary>Sockets in use.</summary>
    [Key("sockets")] public long? Sockets { get; private set; }

    /// <summary>Memory of the buffers of all network namespaces, in bytes; null where the protocol does not count it.</summary>
    [Key("memory", Parser = nameof(TryMemory)), Unit(Unit.Bytes)] public long? Memory { get; private set; }

    /// <summary>Whether the protocol has to save memory; null where it knows no such state.</summary>
    [Key("press", Parser = nameof(TryPressure))] public bool? IsUnderPressure { get; private set; }

    /// <summary>The room that it keeps for headers, in bytes.</summary>
    [Key("maxhdr"), Unit(Unit.Bytes)] public long? MaximumHeader { get; private set; }

    /// <summary>Whether its sockets have a cache of kernel objects of their own.</summary>
    [Key("slab")] public bool? HasSlab { get; private set; }

    /// <summary>The module that it is in; <c>kernel</c> for what is no module.</summary>
    [Key("module")] public string? Module { get; private set; }

    /// <summary>Whether it has <c>close</c>.</summary>
    [Key("cl", Parser = nameof(TryYes))] public bool? HasClose { get; private set; }

    /// <summary>Whether it has <c>connect</c>.</summary>
    [Key("co", Parser = nameof(TryYes))] public bool? HasConnect { get; private set; }

    /// <summary>Whether it has <c>disconnect</c>.</summary>
    [Key("di", Parser = nameof(TryYes))] public bool? HasDisconnect { get; private set; }

    /// <summary>Whether it has <c>accept</c>.</summary>
    [Key("ac", Parser = nameof(TryYes))] public bool? HasAccept { get; private set; }

    /// <summary>Whether it has <c>ioctl</c>.</summary>
    [Key("io", Parser = nameof(TryYes))] public bool? HasIoctl { get; private set; }

    /// <summary>Whether it has <c>init</c>.</summary>
    [Key("in", Parser = nameof(TryYes))] public bool? HasInit { get; private set; }

    /// <summary>Whether it has <c>destroy</c>.</summary>
    [Key("de", Parser = nameof(TryYes))] public bool? HasDestroy { get; private set; }

    /// <summary>Whether it has <c>shutdown</c>.</summary>
    [Key("sh", Parser = nameof(TryYes))] public bool? HasShutdown { get; private set; }

    /// <summary>Whether it has <c>setsockopt</c>.</summary>
    [Key("ss", Parser = nameof(TryYes))] public bool? HasSetSockOpt { get; private set; }

    /// <summary>Whether it has <c>getsockopt</c>.</summary>
    [Key("gs", Parser = nameof(TryYes))] public bool? HasGetSockOpt { get; private set; }

    /// <summary>Whether it has <c>sendmsg</c>.</summary>
    [Key("se", Parser = nameof(TryYes))] public bool? HasSendMsg { get; private set; }

    /// <summary>Whether it has <c>recvmsg</c>.</summary>
    [Key("re", Parser = nameof(TryYes))] public bool? HasRecvMsg { get; private set; }

    /// <summary>Whether it has <c>sendpage</c> (before 6.5).</summary>
    [Key("sp", Parser = nameof(TryYes))] public bool? HasSendPage { get; private set; }

    /// <summary>Whether it has <c>bind</c>.</summary>
    [Key("bi", Parser = nameof(TryYes))] public bool? HasBind { get; private set; }

    /// <summary>Whether it has <c>backlog_rcv</c>.</summary>
    [Key("br", Parser = nameof(TryYes))] public bool? HasBacklogReceive { get; private set; }

    /// <summary>Whether it has <c>hash</c>.</summary>
    [Key("ha", Parser = nameof(TryYes))] public bool? HasHash { get; private set; }

    /// <summary>Whether it has <c>unhash</c>.</summary>
    [Key("uh", Parser = nameof(TryYes))] public bool? HasUnhash { get; private set; }

    /// <summary>Whether it has <c>get_port</c>.</summary>
    [Key("gp", Parser = nameof(TryYes))] public bool? HasGetPort { get; private set; }

    /// <summary>Whether it has <c>enter_memory_pressure</c>.</summary>
    [Key("em", Parser = nameof(TryYes))] public bool? HasEnterMemoryPressure { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    // -1 where it is not counted.
    private static bool TryMemory(ReadOnlySpan<byte> value, ProcSource source, out long? memory)
    {
        bool isNone = value.SequenceEqual("-1"u8);
        bool parsed = Value.TryPages(value, source, out long bytes);
        memory = isNone ? null : bytes;
        return parsed || isNone;
    }

    // "NI" where it is not implemented.
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
