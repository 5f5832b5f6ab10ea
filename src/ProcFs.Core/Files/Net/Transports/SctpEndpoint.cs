using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/sctp/eps</c>: an SCTP endpoint, which is a socket. Source: sctp_eps_seq_show() of net/sctp/proc.c.</summary>
[Fields(Ignored = ["ENDPT", "HBKT"])]
public sealed partial class SctpEndpoint : ITable<SctpEndpoint>
{
    private SctpEndpoint()
    {
    }

    /// <summary>The location in kernel memory, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("SOCK", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The style: 0 for one-to-many (UDP style), 1 for an association that was peeled off, 2 for one-to-one (TCP style).</summary>
    [Key("STY")] public int? Style { get; private set; }

    /// <summary>The state of the socket, which is one of TCP's: Listen, Established, Close.</summary>
    [Key("SST", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The port.</summary>
    [Key("LPORT")] public int? LocalPort { get; private set; }

    /// <summary>The user who created the socket.</summary>
    [Key("UID")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The inode, as in the descriptor's target <c>socket:[1234]</c>.</summary>
    [Key("INODE")] public ulong Inode { get; private set; }

    /// <summary>The addresses that it is bound to.</summary>
    [Key("LADDRS", Exact = true)] public string[]? LocalAddresses { get; private set; }

    /// <summary>Columns that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SctpEndpoint),
        new(nameof(State), 11),
        new(nameof(LocalPort), 9),
        new(nameof(User), 12),
        new(nameof(Inode), 10),
        new(nameof(LocalAddresses)));

    /// <summary>The addresses, the port, the state and the inode: <c>127.0.0.1:9 Listen 21034</c>.</summary>
    public override string ToString() => $"{string.Join(',', LocalAddresses ?? [])}:{LocalPort} {State?.ToString() ?? "?"} {Inode}";

    static string IRow<SctpEndpoint>.NameOf(SctpEndpoint row) => $"{row.Inode}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SctpEndpoint, bool> emit) => HeaderedLines.Read(source, static _ => new SctpEndpoint(), endpoint =>
    {
        endpoint.User = source.UserName(endpoint.UserId);
        return emit(endpoint);
    });

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);

    // In decimal, where TCP's files have it in hexadecimal.
    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        state = Enum.IsDefined((TcpState)number) ? (TcpState)number : TcpState.Unknown;
        return parsed;
    }
}
