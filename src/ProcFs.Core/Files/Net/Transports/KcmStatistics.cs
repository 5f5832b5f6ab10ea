using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/kcm_stats</c>: counters of the kernel connection multiplexor in the network namespace. Source: kcm_stats_seq_show() of
/// net/kcm/kcmproc.c.
/// </summary>
[Fields]
public sealed partial class KcmStatistics : IRecord<KcmStatistics>
{
    private KcmStatistics()
    {
    }

    /// <summary>Messages received by multiplexors.</summary>
    [Key("MUX.RX-Msgs")] public long? MuxMessagesReceived { get; private set; }

    /// <summary>Bytes received by multiplexors.</summary>
    [Key("MUX.RX-Bytes"), Unit(Unit.Bytes)] public long? MuxBytesReceived { get; private set; }

    /// <summary>Messages sent by multiplexors.</summary>
    [Key("MUX.TX-Msgs")] public long? MuxMessagesSent { get; private set; }

    /// <summary>Bytes sent by multiplexors.</summary>
    [Key("MUX.TX-Bytes"), Unit(Unit.Bytes)] public long? MuxBytesSent { get; private set; }

    /// <summary>Messages sent again over another connection.</summary>
    [Key("MUX.TX-Retries")] public long? MuxSendRetries { get; private set; }

    /// <summary>Connections attached.</summary>
    [Key("MUX.Attach")] public long? Attached { get; private set; }

    /// <summary>Connections detached while a socket had reserved them. The kernel writes this number in the column <c>Unattach</c>, and that of the others in <c>UnattchRsvd</c>.</summary>
    [Key("MUX.Unattach")] public long? DetachedReserved { get; private set; }

    /// <summary>Connections detached that no socket had reserved.</summary>
    [Key("MUX.UnattchRsvd")] public long? Detached { get; private set; }

    /// <summary>Received messages dropped because no socket took them.</summary>
    [Key("MUX.RX-RdyDrops")] public long? ReceivedDropped { get; private set; }

    /// <summary>Messages received on connections.</summary>
    [Key("Psock.RX-Msgs")] public long? ConnectionMessagesReceived { get; private set; }

    /// <summary>Bytes received on connections.</summary>
    [Key("Psock.RX-Bytes"), Unit(Unit.Bytes)] public long? ConnectionBytesReceived { get; private set; }

    /// <summary>Messages sent on connections.</summary>
    [Key("Psock.TX-Msgs")] public long? ConnectionMessagesSent { get; private set; }

    /// <summary>Bytes sent on connections.</summary>
    [Key("Psock.TX-Bytes"), Unit(Unit.Bytes)] public long? ConnectionBytesSent { get; private set; }

    /// <summary>How often a socket has reserved a connection.</summary>
    [Key("Psock.Reserved")] public long? Reservations { get; private set; }

    /// <summary>How often a socket has released a connection.</summary>
    [Key("Psock.Unreserved")] public long? Releases { get; private set; }

    /// <summary>Connections that were given up while receiving.</summary>
    [Key("Psock.RX-Aborts")] public long? ReceiveAborts { get; private set; }

    /// <summary>Messages of which the end has not arrived at once.</summary>
    [Key("Psock.RX-Intr")] public long? ReceiveInterruptions { get; private set; }

    /// <summary>Messages of which the end could not be received.</summary>
    [Key("Psock.RX-Unrecov")] public long? UnrecoverableInterruptions { get; private set; }

    /// <summary>Messages lost because memory was short.</summary>
    [Key("Psock.RX-MemFail")] public long? MemoryFailures { get; private set; }

    /// <summary>How often more of a header was needed.</summary>
    [Key("Psock.RX-NeedMor")] public long? HeadersIncomplete { get; private set; }

    /// <summary>Headers with a wrong length.</summary>
    [Key("Psock.RX-BadLen")] public long? WrongLengths { get; private set; }

    /// <summary>Messages that were too large.</summary>
    [Key("Psock.RX-TooBig")] public long? TooLarge { get; private set; }

    /// <summary>Messages of which the end has not arrived in time.</summary>
    [Key("Psock.RX-Timeout")] public long? ReceiveTimeouts { get; private set; }

    /// <summary>Connections that were given up while sending.</summary>
    [Key("Psock.TX-Aborts")] public long? SendAborts { get; private set; }

    /// <summary>Values unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(KcmStatistics),
        new(nameof(MuxMessagesReceived), 19),
        new(nameof(MuxMessagesSent), 15),
        new(nameof(Attached), 8),
        new(nameof(Detached), 8),
        new(nameof(ReceivedDropped), 15));

    /// <summary>The messages: <c>12 messages received, 9 sent</c>.</summary>
    public override string ToString() => $"{MuxMessagesReceived} messages received, {MuxMessagesSent} sent";

    /// <summary>Parses the bytes of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static KcmStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new KcmStatistics();
        ReadPairs(text, record, source);
        return record;
    }

    // A line of a group and the names of its columns, then a line of values below the names.
    private static void ReadPairs(ReadOnlySpan<byte> text, IFields target, ProcSource source)
    {
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var names = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> group = names.Next();
            if (group.IsEmpty || !lines.Next())
            {
                continue;
            }

            var values = new FieldScanner(lines.Line);
            for (ReadOnlySpan<byte> name = names.Next(); !name.IsEmpty && values.Next() is { IsEmpty: false } value; name = names.Next())
            {
                ReadOnlySpan<byte> key = [.. group, (byte)'.', .. name];
                int field = target.Keys.IndexOf(key, 0);
                if (field < 0)
                {
                    target.Keep(key, value, source);
                }
                else
                {
                    target.Set(field, value, source);
                }
            }
        }
    }
}
