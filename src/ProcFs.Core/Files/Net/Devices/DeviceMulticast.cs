using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/dev_mcast</c>: a link-layer multicast address on which a network device receives. Source: proc_pid_net(5), dev_mc_seq_show() of
/// net/core/net-procfs.c.
/// </summary>
[Fields]
public sealed partial class DeviceMulticast : ILine<DeviceMulticast>, IRow<DeviceMulticast>
{
    // MAX_ADDR_LEN
    private const int LongestAddress = 32;

    private DeviceMulticast()
    {
    }

    /// <summary>The index of the network device.</summary>
    [Field(1)] public int? InterfaceIndex { get; private set; }

    /// <summary>The network device.</summary>
    [Field(2)] public string Device { get; private set; } = "";

    /// <summary>The number of users of the address.</summary>
    [Field(3)] public int? Users { get; private set; }

    /// <summary>The number of those that set it globally.</summary>
    [Field(4)] public int? GlobalUsers { get; private set; }

    /// <summary>The address: <c>01:00:5e:00:00:01</c>.</summary>
    [Field(5, Parser = nameof(TryAddress))] public string Address { get; private set; } = "";

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<DeviceMulticast>.Form => "two numbers around a device, a number and an address";

    internal static View View => new(
        typeof(DeviceMulticast),
        new(nameof(InterfaceIndex), 14),
        new(nameof(Device), 15),
        new(nameof(Address), 20),
        new(nameof(Users), 6),
        new(nameof(GlobalUsers), 11));

    /// <summary>The address and the device: <c>01:00:5e:00:00:01 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address} dev {Device}");

    static string IRow<DeviceMulticast>.NameOf(DeviceMulticast row) => $"{row.Device}-{row.Address}".Replace(':', '_');

    /// <inheritdoc/>
    public static DeviceMulticast? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = new DeviceMulticast();
        return Lines.ReadFields(line, row, source, 5) && ((IFields)row).IsWhole ? row : null;
    }

    // "01005e000001"
    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string address)
    {
        Span<char> text = stackalloc char[3 * LongestAddress];
        int length = 0;
        bool isAddress = value.Length is > 0 and <= 2 * LongestAddress && value.Length % 2 == 0;
        for (int i = 0; i < value.Length && isAddress; i++)
        {
            isAddress = char.IsAsciiHexDigit((char)value[i]);
            text[length++] = (char)value[i];
            if (i % 2 != 0)
            {
                text[length++] = ':';
            }
        }

        address = isAddress ? new string(text[..(length - 1)]) : "";
        return isAddress;
    }
}
