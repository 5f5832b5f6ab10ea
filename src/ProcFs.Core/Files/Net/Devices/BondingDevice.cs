using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/bonding/&lt;device&gt;</c>: a bonding device with the devices bonded in it. A property that belongs to another mode or to a newer kernel is
/// null. Source: bond_info_seq_show() of drivers/net/bonding/bond_procfs.c.
/// </summary>
[Fields]
public sealed partial class BondingDevice : IRecord<BondingDevice>
{
    private readonly List<BondedDevice> _devices = [];

    private BondingDevice()
    {
    }

    /// <summary>The name of the bonding device.</summary>
    public required string Name { get; init; }

    /// <summary>The mode: <c>load balancing (round-robin)</c>, <c>fault-tolerance (active-backup)</c>, <c>IEEE 802.3ad Dynamic link aggregation</c>.</summary>
    [Key("Bonding Mode")] public string? Mode { get; private set; }

    /// <summary>What the choice of the sending device is calculated from, with its number: <c>layer3+4 (1)</c>; null for a mode without such a choice.</summary>
    [Key("Transmit Hash Policy")] public string? TransmitHashPolicy { get; private set; }

    /// <summary>The preferred device, and when it is selected again: <c>eth0 (primary_reselect always)</c>; <c>None</c>, and null for a mode without one.</summary>
    [Key("Primary Slave")] public string? Primary { get; private set; }

    /// <summary>The device that sends at present; <c>None</c>, and null for a mode in which all send.</summary>
    [Key("Currently Active Slave")] public string? Active { get; private set; }

    /// <summary>The state of the link: <c>up</c>, <c>down</c>.</summary>
    [Key("MII Status")] public string? LinkState { get; private set; }

    /// <summary>The time between two looks at the links; zero for none.</summary>
    [Key("MII Polling Interval (ms)", Scale.Milliseconds)] public TimeSpan? LinkPollingInterval { get; private set; }

    /// <summary>The time before a link that has come up is used.</summary>
    [Key("Up Delay (ms)", Scale.Milliseconds)] public TimeSpan? UpDelay { get; private set; }

    /// <summary>The time before a link that has gone down is given up.</summary>
    [Key("Down Delay (ms)", Scale.Milliseconds)] public TimeSpan? DownDelay { get; private set; }

    /// <summary>The time between two notifications of the neighbors after a change.</summary>
    [Key("Peer Notification Delay (ms)", Scale.Milliseconds)] public TimeSpan? PeerNotificationDelay { get; private set; }

    /// <summary>The time between two ARP requests; null without ARP monitoring.</summary>
    [Key("ARP Polling Interval (ms)", Scale.Milliseconds)] public TimeSpan? ArpPollingInterval { get; private set; }

    /// <summary>The number of intervals without an answer after which a device counts as down; null without ARP monitoring.</summary>
    [Key("ARP Missed Max")] public int? ArpMissedMaximum { get; private set; }

    /// <summary>The IPv4 addresses that ARP monitoring asks for, separated by commas; null without ARP monitoring.</summary>
    [Key("ARP IP target/s (n.n.n.n form)")] public string? ArpTargets { get; private set; }

    /// <summary>The IPv6 addresses that the monitoring asks for, separated by commas; null without monitoring.</summary>
    [Key("NS IPv6 target/s (xx::xx form)")] public string? NeighborTargets { get; private set; }

    /// <summary>Whether LACP packets are sent without having received one: <c>on</c>, <c>off</c>; null outside the 802.3ad mode.</summary>
    [Key("LACP active")] public string? LacpActive { get; private set; }

    /// <summary>How often the partner is asked to send LACP packets: <c>slow</c>, <c>fast</c>; null outside the 802.3ad mode.</summary>
    [Key("LACP rate")] public string? LacpRate { get; private set; }

    /// <summary>The number of links that must be up for the bonding device to be up; null outside the 802.3ad mode.</summary>
    [Key("Min links")] public int? MinimumLinks { get; private set; }

    /// <summary>How the active aggregator is selected: <c>stable</c>, <c>bandwidth</c>, <c>count</c>; null outside the 802.3ad mode.</summary>
    [Key("Aggregator selection policy (ad_select)")] public string? AggregatorSelection { get; private set; }

    /// <summary>The priority of this system in LACP; null outside the 802.3ad mode or without CAP_NET_ADMIN.</summary>
    [Key("System priority")] public int? SystemPriority { get; private set; }

    /// <summary>The hardware address of this system in LACP; null outside the 802.3ad mode or without CAP_NET_ADMIN.</summary>
    [Key("System MAC address")] public string? SystemAddress { get; private set; }

    /// <summary>The active aggregator; null outside the 802.3ad mode, without CAP_NET_ADMIN, or if there is none.</summary>
    [Key("Aggregator ID")] public int? AggregatorId { get; private set; }

    /// <summary>The number of devices in the active aggregator; null if the aggregator is.</summary>
    [Key("Number of ports")] public int? AggregatorPorts { get; private set; }

    /// <summary>The key of this system in the active aggregator; null if the aggregator is.</summary>
    [Key("Actor Key")] public int? ActorKey { get; private set; }

    /// <summary>The key of the partner in the active aggregator; null if the aggregator is.</summary>
    [Key("Partner Key")] public int? PartnerKey { get; private set; }

    /// <summary>The hardware address of the partner; zeros if it does not speak LACP, null if the aggregator is.</summary>
    [Key("Partner Mac Address")] public string? PartnerAddress { get; private set; }

    /// <summary>The bonded devices.</summary>
    public IReadOnlyList<BondedDevice> Devices => _devices;

    /// <summary>The version of the driver: <c>v3.7.1 (April 27, 2011)</c>; on newer kernels that of the kernel: <c>v6.18.0</c>.</summary>
    [Key("Ethernet Channel Bonding Driver")] public string? DriverVersion { get; private set; }

    /// <summary>Lines unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(BondingDevice),
        new(nameof(Name), 16),
        new(nameof(Mode), 37),
        new(nameof(LinkState), 9),
        new(nameof(Active), 16),
        new(nameof(Devices)));

    /// <summary>The name and the state of the link: <c>bond0 up</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {LinkState}".TrimEnd());

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static BondingDevice Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bond = new BondingDevice { Name = source.PartOfPath(^1) };
        IFields target = bond;
        ReadOnlySpan<byte> group = default;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            int colon = line.IndexOf(": "u8);
            ReadOnlySpan<byte> name = colon < 0 ? line.TrimEnd((byte)':') : line[..colon];
            ReadOnlySpan<byte> value = colon < 0 ? default : Value.Trim(line[(colon + 2)..]);
            if (name.SequenceEqual("Slave Interface"u8))
            {
                var device = new BondedDevice(source.Intern(value));
                bond._devices.Add(device);
                target = device;
                group = default;
            }
            else if (colon < 0)
            {
                // "details actor lacp pdu:" heads indented lines, whose names occur again for the partner.
                group = target is BondedDevice && line.StartsWith("details "u8) ? name : default;
            }
            else
            {
                Set(target, lines.Line[0] == ' ' && !group.IsEmpty ? [.. group, (byte)'.', .. name] : name, value, source);
            }
        }

        return bond;
    }

    private static void Set(IFields target, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source)
    {
        int index = target.Keys.IndexOf(key, 0);
        if (index < 0)
        {
            target.Keep(key, value, source);
        }
        else
        {
            target.Set(index, value, source);
        }
    }
}
