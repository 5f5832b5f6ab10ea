using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/pppoe</c>: a session of PPP over Ethernet. Source: pppoe_seq_show() of drivers/net/ppp/pppoe.c.</summary>
[Fields]
public sealed partial class PppoeSession : ITable<PppoeSession>
{
    private PppoeSession()
    {
    }

    /// <summary>The id of the session, in network byte order as the kernel writes it.</summary>
    [Key("Id", Scale.Hex)] public long? SessionId { get; private set; }

    /// <summary>The hardware address of the other end: <c>02:00:5e:00:53:01</c>.</summary>
    [Key("Address")] public string HardwareAddress { get; private set; } = "";

    /// <summary>The network device.</summary>
    [Key("Device")] public string? Device { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PppoeSession),
        new(nameof(HardwareAddress), 17),
        new(nameof(Device), 16));

    /// <summary>The address and the device: <c>02:00:5e:00:53:01 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{HardwareAddress} dev {Device ?? "?"}");

    static string IRow<PppoeSession>.NameOf(PppoeSession row) => $"{row.HardwareAddress}-{row.Device}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PppoeSession, bool> emit) => HeaderedLines.Read(source, static _ => new PppoeSession(), emit);
}
