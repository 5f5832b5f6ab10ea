using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/vlan/config</c>: a VLAN device. Source: vlan_seq_show() of net/8021q/vlanproc.c.</summary>
public sealed class VlanDevice : ITable<VlanDevice>
{
    private VlanDevice()
    {
    }

    /// <summary>The name of the device: <c>eth0.100</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The VLAN id.</summary>
    public required int VlanId { get; init; }

    /// <summary>The parent device.</summary>
    public required string Parent { get; init; }

    internal static View View => new(
        typeof(VlanDevice),
        new(nameof(Name), 16),
        new(nameof(VlanId), 7),
        new(nameof(Parent), 16));

    /// <summary>The device, its id and its parent: <c>eth0.100 100 eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {VlanId} {Parent}");

    static string IRow<VlanDevice>.NameOf(VlanDevice row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<VlanDevice, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("VLAN Dev name\t"u8) || line.StartsWith("Name-Type: "u8),
        static _ => { },
        static (line, _) => Parse(line),
        "a device, a VLAN id and the parent device",
        emit);

    // "eth0.100       | 100  | eth0": a name cannot contain blanks.
    private static VlanDevice? Parse(ReadOnlySpan<byte> line)
    {
        int second = line.LastIndexOf("  | "u8);
        int first = second < 0 ? -1 : line[..second].LastIndexOf("| "u8);
        return first > 0 && Number.TryInt32(line[(first + 2)..second], out int id)
            ? new VlanDevice { Name = LosslessText.Decode(Value.Trim(line[..first])), VlanId = id, Parent = LosslessText.Decode(line[(second + 4)..]) }
            : null;
    }
}
