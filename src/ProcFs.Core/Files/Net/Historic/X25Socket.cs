using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/x25/socket</c>: an X.25 socket. Source: x25_seq_socket_show() of net/x25/x25_proc.c.</summary>
[Fields]
public sealed partial class X25Socket : ITable<X25Socket>
{
    private X25Socket()
    {
    }

    /// <summary>The address of the other end; null without one.</summary>
    [Key("dest_addr", Parser = nameof(TryAddress))] public string? DestinationAddress { get; private set; }

    /// <summary>The own address; null without one.</summary>
    [Key("src_addr", Parser = nameof(TryAddress))] public string? SourceAddress { get; private set; }

    /// <summary>The network device; null without one.</summary>
    [Key("dev", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>The number of the logical channel.</summary>
    [Key("lci", Scale.Hex), Unit(Unit.None)] public int? LogicalChannel { get; private set; }

    /// <summary>
    /// The state: 0 ready, 1 awaiting a call to be accepted, 2 awaiting a clear to be confirmed, 3 data transfer, 4 awaiting a reset to be confirmed.
    /// Source: include/net/x25.h.
    /// </summary>
    [Key("st")] public int? State { get; private set; }

    /// <summary>The number of the next packet to send: V(S).</summary>
    [Key("vs")] public int? SendSequence { get; private set; }

    /// <summary>The number of the next packet expected: V(R).</summary>
    [Key("vr")] public int? ReceiveSequence { get; private set; }

    /// <summary>The number of the last packet acknowledged: V(A).</summary>
    [Key("va")] public int? AcknowledgedSequence { get; private set; }

    /// <summary>The time left of the running timer.</summary>
    [Key("t", Scale.Seconds)] public TimeSpan? Timer { get; private set; }

    /// <summary>The length of the acknowledgement timer (T2).</summary>
    [Key("t2", Scale.Seconds)] public TimeSpan? AcknowledgementTimeout { get; private set; }

    /// <summary>The length of the call timer (T21).</summary>
    [Key("t21", Scale.Seconds)] public TimeSpan? CallTimeout { get; private set; }

    /// <summary>The length of the reset timer (T22).</summary>
    [Key("t22", Scale.Seconds)] public TimeSpan? ResetTimeout { get; private set; }

    /// <summary>The length of the clear timer (T23).</summary>
    [Key("t23", Scale.Seconds)] public TimeSpan? ClearTimeout { get; private set; }

    /// <summary>The memory of what was not sent yet.</summary>
    [Key("Snd-Q"), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of what the program has not read yet.</summary>
    [Key("Rcv-Q"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>; 0 if no program has it open.</summary>
    [Key("inode")] public ulong Inode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(X25Socket),
        new(nameof(SourceAddress), 15),
        new(nameof(DestinationAddress), 18),
        new(nameof(Device), 10),
        new(nameof(State), 5),
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(Inode), 10));

    /// <summary>The addresses and the inode: <c>311021234567 -> 311027654321 21034</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{SourceAddress ?? "*"} -> {DestinationAddress ?? "*"} {Inode}");

    static string IRow<X25Socket>.NameOf(X25Socket row) => $"{row.Inode}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<X25Socket, bool> emit) => HeaderedLines.Read(source, static _ => new X25Socket(), emit);

    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address)
    {
        address = value.SequenceEqual("*"u8) ? null : source.Intern(value);
        return true;
    }

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value.SequenceEqual("???"u8) ? null : source.Intern(value);
        return true;
    }
}
