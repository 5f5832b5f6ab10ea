using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/dev</c>: a network device and its traffic since its creation. On a 32-bit kernel before 2.6.36, numbers wrap around at 2^32.
/// Source: proc_pid_net(5), dev_seq_printf_stats() of net/core/net-procfs.c.
/// </summary>
[Fields]
public sealed partial class NetDevice : ITable<NetDevice>
{
    private NetDevice()
    {
    }

    /// <summary>The name: <c>lo</c>, <c>eth0</c>. On an old kernel it may have an alias after a colon, <c>eth0:1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes received; null on kernels before 2.1.</summary>
    [Key("Receive.bytes"), Unit(Unit.Bytes)] public ulong? ReceiveBytes { get; private set; }

    /// <summary>Packets received.</summary>
    [Key("Receive.packets")] public ulong? ReceivePackets { get; private set; }

    /// <summary>Receive errors of any kind.</summary>
    [Key("Receive.errs")] public ulong? ReceiveErrors { get; private set; }

    /// <summary>Intact received packets that were dropped for lack of space or a receiver.</summary>
    [Key("Receive.drop")] public ulong? ReceiveDropped { get; private set; }

    /// <summary>Receive buffer errors: overruns.</summary>
    [Key("Receive.fifo")] public ulong? ReceiveFifoErrors { get; private set; }

    /// <summary>Packets with an invalid length, checksum or alignment.</summary>
    [Key("Receive.frame")] public ulong? ReceiveFrameErrors { get; private set; }

    /// <summary>Compressed packets received (PPP, SLIP).</summary>
    [Key("Receive.compressed")] public ulong? ReceiveCompressed { get; private set; }

    /// <summary>Multicast packets received.</summary>
    [Key("Receive.multicast")] public ulong? ReceiveMulticast { get; private set; }

    /// <summary>Bytes sent; null on kernels before 2.1.</summary>
    [Key("Transmit.bytes"), Unit(Unit.Bytes)] public ulong? TransmitBytes { get; private set; }

    /// <summary>Packets sent.</summary>
    [Key("Transmit.packets")] public ulong? TransmitPackets { get; private set; }

    /// <summary>Transmit errors of any kind.</summary>
    [Key("Transmit.errs")] public ulong? TransmitErrors { get; private set; }

    /// <summary>Intact outgoing packets that were dropped for lack of space in the queue of the device.</summary>
    [Key("Transmit.drop")] public ulong? TransmitDropped { get; private set; }

    /// <summary>Transmit buffer errors: underruns.</summary>
    [Key("Transmit.fifo")] public ulong? TransmitFifoErrors { get; private set; }

    /// <summary>Collisions on a shared medium.</summary>
    [Key("Transmit.colls")] public ulong? Collisions { get; private set; }

    /// <summary>Packets not sent because of a lost carrier or another line error.</summary>
    [Key("Transmit.carrier")] public ulong? TransmitCarrierErrors { get; private set; }

    /// <summary>Compressed packets sent (PPP, SLIP).</summary>
    [Key("Transmit.compressed")] public ulong? TransmitCompressed { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NetDevice),
        new(nameof(Name), 15),
        new(nameof(ReceiveBytes), 12),
        new(nameof(ReceivePackets), 14),
        new(nameof(ReceiveErrors), 13),
        new(nameof(ReceiveDropped), 14),
        new(nameof(TransmitBytes), 13),
        new(nameof(TransmitPackets), 15));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<NetDevice>.NameOf(NetDevice row) => row.Name.Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NetDevice, bool> emit) =>
        BarredLines.Read(source, static (name, from) => new NetDevice { Name = from.Intern(name) }, emit);
}
