using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/igmp6</c>: an IPv6 multicast group that the machine has joined on a network device. Source: proc_pid_net(5), igmp6_mc_seq_show()
/// of net/ipv6/mcast.c.
/// </summary>
[Fields]
public sealed partial class IPv6MulticastMembership : ILine<IPv6MulticastMembership>, IRow<IPv6MulticastMembership>
{
    private IPv6MulticastMembership()
    {
    }

    /// <summary>The index of the network device.</summary>
    [Field(1)] public int? InterfaceIndex { get; private set; }

    /// <summary>The network device.</summary>
    [Field(2)] public string Device { get; private set; } = "";

    /// <summary>The address of the group.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public IPAddress? Group { get; private set; }

    /// <summary>The number of users of the address.</summary>
    [Field(4)] public int? Users { get; private set; }

    /// <summary>The flags: 1 timer running, 2 last reporter, 4 loaded, 8 not reported.</summary>
    [Field(5, Scale.Hex)] public long? Flags { get; private set; }

    /// <summary>The time until its report; zero if no timer is running.</summary>
    [Field(6, Scale.Ticks)] public TimeSpan? TimerExpires { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<IPv6MulticastMembership>.Form => "a number, a device, an address and three numbers";

    internal static View View => new(
        typeof(IPv6MulticastMembership),
        new(nameof(InterfaceIndex), 14),
        new(nameof(Device), 15),
        new(nameof(Group), 39),
        new(nameof(Users), 6));

    /// <summary>The group and the device: <c>ff02::1 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Group?.ToString() ?? "?"} dev {Device}");

    static string IRow<IPv6MulticastMembership>.NameOf(IPv6MulticastMembership row) => $"{row.Device}-{row.Group?.ToString() ?? "?"}".Replace(':', '_');

    /// <inheritdoc/>
    public static IPv6MulticastMembership? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = new IPv6MulticastMembership();
        return Lines.ReadFields(line, row, source, 5) && ((IFields)row).IsWhole ? row : null;
    }
}
