using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/vlan/&lt;device&gt;</c>: the settings and counters of a VLAN device. Source: vlandev_seq_show() of net/8021q/vlanproc.c.
/// </summary>
[Fields]
public sealed partial class VlanStatistics : IRecord<VlanStatistics>
{
    private VlanStatistics()
    {
    }

    /// <summary>The name of the device.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The VLAN id.</summary>
    [Key("VID")] public int? VlanId { get; private set; }

    /// <summary>Whether the VLAN header is taken out of received frames before they are passed on.</summary>
    [Key("REORDER_HDR")] public bool? ReordersHeader { get; private set; }

    /// <summary>The parent device.</summary>
    [Key("Device")] public string? Parent { get; private set; }

    /// <summary>Frames received.</summary>
    [Key("total frames received")] public ulong? ReceiveFrames { get; private set; }

    /// <summary>Bytes received.</summary>
    [Key("total bytes received"), Unit(Unit.Bytes)] public ulong? ReceiveBytes { get; private set; }

    /// <summary>Multicast frames received.</summary>
    [Key("Broadcast/Multicast Rcvd")] public ulong? ReceiveMulticast { get; private set; }

    /// <summary>Frames sent.</summary>
    [Key("total frames transmitted")] public ulong? TransmitFrames { get; private set; }

    /// <summary>Bytes sent.</summary>
    [Key("total bytes transmitted"), Unit(Unit.Bytes)] public ulong? TransmitBytes { get; private set; }

    /// <summary>The priority of the kernel that each of the eight priorities of received frames becomes: <c>0:0</c>.</summary>
    public string[] IngressPriorities { get; private set; } = [];

    /// <summary>The priority of the frame that a priority of the kernel becomes, where it is not 0: <c>6:3</c>.</summary>
    public string[] EgressPriorities { get; private set; } = [];

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(VlanStatistics),
        new(nameof(Name), 16),
        new(nameof(VlanId), 7),
        new(nameof(Parent), 16),
        new(nameof(ReceiveFrames), 13),
        new(nameof(ReceiveBytes), 12),
        new(nameof(TransmitFrames), 14),
        new(nameof(TransmitBytes), 13));

    /// <summary>The device, its id and its parent: <c>eth0.100 100 eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {VlanId} {Parent}".TrimEnd());

    /// <summary>Parses the text of the file.</summary>
    public static VlanStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var device = new VlanStatistics();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            if (lines.Number == 1)
            {
                device.TakeHead(line, source);
            }
            else if (!line.IsEmpty)
            {
                device.Take(line, source);
            }
        }

        return device;
    }

    // "eth0.100  VID: 100	 REORDER_HDR: 1  dev->priv_flags: 1001"
    private void TakeHead(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        Name = source.Intern(words.Next());
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            Set(word.TrimEnd((byte)':'), words.Next(), source);
        }
    }

    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf(": "u8);
        if (line.StartsWith("INGRESS priority mappings:"u8))
        {
            IngressPriorities = WordsOf(line[(line.IndexOf((byte)':') + 1)..], source);
        }
        else if (line.StartsWith("EGRESS priority mappings:"u8))
        {
            EgressPriorities = WordsOf(line[(line.IndexOf((byte)':') + 1)..], source);
        }
        else if (colon > 0)
        {
            Set(line[..colon], line[(colon + 2)..], source);
        }
        else if (line.LastIndexOf((byte)' ') is > 0 and var blank)
        {
            // "total frames received            0"
            Set(line[..blank].TrimEnd((byte)' '), line[(blank + 1)..], source);
        }
    }

    private void Set(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source)
    {
        IFields fields = this;
        int index = fields.Keys.IndexOf(key, 0);
        if (index >= 0)
        {
            fields.Set(index, value, source);
        }
        else
        {
            fields.Keep(key, value, source);
        }
    }

    private static string[] WordsOf(ReadOnlySpan<byte> text, ProcSource source)
    {
        List<string> found = [];
        var words = new FieldScanner(text);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            found.Add(source.Intern(word));
        }

        return [.. found];
    }
}
