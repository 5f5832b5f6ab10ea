using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/decnet</c>: a DECnet socket. Source: dn_socket_format_entry() of net/decnet/af_decnet.c.</summary>
[Fields]
public sealed partial class DecnetSocket : ITable<DecnetSocket>
{
    private DecnetSocket()
    {
    }

    /// <summary>The local address and link: <c>1.1/2004</c>.</summary>
    [Field(1)] public string LocalAddress { get; private set; } = "";

    /// <summary>The numbers of the last data segment and the last other segment sent: <c>0012:0003</c>.</summary>
    [Field(2)] public string? LocalSegments { get; private set; }

    /// <summary>The numbers of the last data and other segment acknowledged by the other end.</summary>
    [Field(3)] public string? LocalAcknowledged { get; private set; }

    /// <summary>The local flow control: 0 none, 1 segments, 2 messages.</summary>
    [Field(4)] public int? LocalFlowControl { get; private set; }

    /// <summary>The local object: a number, or a name.</summary>
    [Field(5)] public string? LocalObject { get; private set; }

    /// <summary>The remote address and link: <c>1.1/2004</c>.</summary>
    [Field(6)] public string? RemoteAddress { get; private set; }

    /// <summary>The numbers of the last data segment and the last other segment received: <c>0012:0003</c>.</summary>
    [Field(7)] public string? RemoteSegments { get; private set; }

    /// <summary>The numbers of the last data and other segment acknowledged to the other end.</summary>
    [Field(8)] public string? RemoteAcknowledged { get; private set; }

    /// <summary>The remote flow control: 0 none, 1 segments, 2 messages.</summary>
    [Field(9)] public int? RemoteFlowControl { get; private set; }

    /// <summary>The remote object: a number, or a name.</summary>
    [Field(10)] public string? RemoteObject { get; private set; }

    /// <summary>The state: <c>OPEN</c>, <c>CR</c> connecting, <c>RUN</c> connected, <c>DI</c> disconnecting, <c>CL</c> closed.</summary>
    [Field(11)] public string? State { get; private set; }

    /// <summary>Whether connections are accepted at once (<c>IMMED</c>) or by the program (<c>DEFER</c>).</summary>
    [Field(12)] public string? AcceptMode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DecnetSocket),
        new(nameof(State), 5),
        new(nameof(LocalAddress), 12),
        new(nameof(LocalObject), 16),
        new(nameof(RemoteAddress), 13),
        new(nameof(RemoteObject), 16));

    /// <summary>The addresses and the state: <c>1.1/2004 -> 1.2/2001 RUN</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{LocalAddress} -> {RemoteAddress} {State}".TrimEnd());

    static string IRow<DecnetSocket>.NameOf(DecnetSocket row) => row.LocalAddress.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DecnetSocket, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("Local "u8),
        static _ => { },
        static (line, from) =>
        {
            var row = new DecnetSocket();
            bool isRow = Lines.ReadFields(line, row, from, 12) && ((IFields)row).IsWhole;
            return isRow ? row : null;
        },
        "two ends with five fields each, a state, and the way to accept",
        emit);
}
