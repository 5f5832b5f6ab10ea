using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A device in a <see cref="BondingDevice"/>. The properties of LACP are null outside the 802.3ad mode; those of the packets, without CAP_NET_ADMIN too. Source:
/// bond_info_show_slave() of drivers/net/bonding/bond_procfs.c.
/// </summary>
[Fields]
public sealed partial class BondedDevice
{
    private const long BitsInMegabit = 1_000_000;

    internal BondedDevice(string name) => Name = name;

    /// <summary>The name of the device.</summary>
    public string Name { get; }

    /// <summary>The state of the link: <c>up</c>, <c>down</c>, <c>going down</c>, <c>going back</c>.</summary>
    [Key("MII Status")] public string? LinkState { get; private set; }

    /// <summary>The speed in bits per second; null if it is unknown.</summary>
    [Key("Speed", Parser = nameof(TrySpeed))] public long? Speed { get; private set; }

    /// <summary><c>full</c>, <c>half</c> or <c>Unknown</c>.</summary>
    [Key("Duplex")] public string? Duplex { get; private set; }

    /// <summary>How often the link has gone down.</summary>
    [Key("Link Failure Count")] public long? LinkFailures { get; private set; }

    /// <summary>The hardware address that the device has outside the bonding device.</summary>
    [Key("Permanent HW addr")] public string? HardwareAddress { get; private set; }

    /// <summary>The queue of the bonding device that sends through this device; 0 for none. Null on older kernels.</summary>
    [Key("Slave queue ID")] public int? QueueId { get; private set; }

    /// <summary>The aggregator that the device belongs to; null if it belongs to none.</summary>
    [Key("Aggregator ID", Parser = nameof(TryAggregator))] public int? AggregatorId { get; private set; }

    /// <summary>Whether this end fails to get into step: <c>none</c>, <c>monitoring</c>, <c>churned</c>.</summary>
    [Key("Actor Churn State")] public string? ActorChurnState { get; private set; }

    /// <summary>Whether the partner fails to get into step: <c>none</c>, <c>monitoring</c>, <c>churned</c>.</summary>
    [Key("Partner Churn State")] public string? PartnerChurnState { get; private set; }

    /// <summary>How often this end has failed to get into step.</summary>
    [Key("Actor Churned Count")] public int? ActorChurns { get; private set; }

    /// <summary>How often the partner has failed to get into step.</summary>
    [Key("Partner Churned Count")] public int? PartnerChurns { get; private set; }

    /// <summary>The priority of this system.</summary>
    [Key("details actor lacp pdu.system priority")] public int? ActorSystemPriority { get; private set; }

    /// <summary>The hardware address of this system.</summary>
    [Key("details actor lacp pdu.system mac address")] public string? ActorSystemAddress { get; private set; }

    /// <summary>The key of this port: devices with the same key can be aggregated.</summary>
    [Key("details actor lacp pdu.port key")] public int? ActorKey { get; private set; }

    /// <summary>The priority of this port.</summary>
    [Key("details actor lacp pdu.port priority")] public int? ActorPortPriority { get; private set; }

    /// <summary>The number of this port.</summary>
    [Key("details actor lacp pdu.port number")] public int? ActorPortNumber { get; private set; }

    /// <summary>The state bits of this port: 61 or 63 where it collects and distributes.</summary>
    [Key("details actor lacp pdu.port state")] public int? ActorPortState { get; private set; }

    /// <summary>The priority of the partner.</summary>
    [Key("details partner lacp pdu.system priority")] public int? PartnerSystemPriority { get; private set; }

    /// <summary>The hardware address of the partner; zeros if it does not speak LACP.</summary>
    [Key("details partner lacp pdu.system mac address")] public string? PartnerSystemAddress { get; private set; }

    /// <summary>The key of the partner's port.</summary>
    [Key("details partner lacp pdu.oper key")] public int? PartnerKey { get; private set; }

    /// <summary>The priority of the partner's port.</summary>
    [Key("details partner lacp pdu.port priority")] public int? PartnerPortPriority { get; private set; }

    /// <summary>The number of the partner's port.</summary>
    [Key("details partner lacp pdu.port number")] public int? PartnerPortNumber { get; private set; }

    /// <summary>The state bits of the partner's port.</summary>
    [Key("details partner lacp pdu.port state")] public int? PartnerPortState { get; private set; }

    /// <summary>Lines unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(BondedDevice),
        new(nameof(Name), 16),
        new(nameof(LinkState), 10),
        new(nameof(Speed), 12),
        new(nameof(Duplex), 7),
        new(nameof(LinkFailures), 12),
        new(nameof(HardwareAddress), 17));

    /// <summary>The name and the state of the link: <c>eth0 up</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {LinkState}".TrimEnd());

    // "1000 Mbps", "Unknown"; older kernels write an unknown speed as -1 or 65535
    private static bool TrySpeed(ReadOnlySpan<byte> value, ProcSource source, out long? speed)
    {
        speed = null;
        if (value.SequenceEqual("Unknown"u8))
        {
            return true;
        }

        var words = new FieldScanner(value);
        if (!words.TryInt64(out long megabits) || megabits > uint.MaxValue || !words.Next().SequenceEqual("Mbps"u8))
        {
            return false;
        }

        speed = megabits is < 0 or ushort.MaxValue or uint.MaxValue ? null : megabits * BitsInMegabit;
        return true;
    }

    private static bool TryAggregator(ReadOnlySpan<byte> value, ProcSource source, out int? aggregator)
    {
        bool parsed = Number.TryInt32(value, out int number);
        aggregator = parsed ? number : null;
        return parsed || value.SequenceEqual("N/A"u8);
    }
}
