using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/igmp</c>: an IPv4 multicast group that the machine has joined on a network device. Source: proc_pid_net(5), igmp_mc_seq_show() of
/// net/ipv4/igmp.c.
/// </summary>
[Fields]
public sealed partial class MulticastMembership : ITable<MulticastMembership>
{
    private const string Form = "a group with its users and timer, below a device";
    private const int TimerField = 3;
    private const int LastField = 5;

    private MulticastMembership()
    {
    }

    /// <summary>The index of the network device.</summary>
    public int? InterfaceIndex { get; private set; }

    /// <summary>The network device.</summary>
    public string Device { get; private set; } = "";

    /// <summary>The number of groups joined on the device.</summary>
    public int? GroupCount { get; private set; }

    /// <summary>The IGMP version of the querier on the link: <c>V3</c>; <c>NONE</c> for a device without multicast.</summary>
    public string? Querier { get; private set; }

    /// <summary>The address of the group.</summary>
    [Field(1, Scale.AddressWords)] public IPAddress? Group { get; private set; }

    /// <summary>The number of users of the address.</summary>
    [Field(2)] public int? Users { get; private set; }

    /// <summary>Whether its report is pending.</summary>
    [Field(3, Parser = nameof(TryRunning))] public bool? IsTimerRunning { get; private set; }

    /// <summary>The time until its report; zero if no timer is running.</summary>
    [Field(4, Parser = nameof(TryTimer))] public TimeSpan? TimerExpires { get; private set; }

    /// <summary>Whether this machine was the last to report it.</summary>
    [Field(5)] public bool? IsReporter { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MulticastMembership),
        new(nameof(InterfaceIndex), 14),
        new(nameof(Device), 15),
        new(nameof(Group), 15),
        new(nameof(Users), 6),
        new(nameof(Querier), 7));

    /// <summary>The group and the device: <c>224.0.0.1 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Group?.ToString() ?? "?"} dev {Device}");

    static string IRow<MulticastMembership>.NameOf(MulticastMembership row) => $"{row.Device}-{row.Group?.ToString() ?? "?"}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MulticastMembership, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        MulticastMembership device = new();
        Lines.ReadSections(source, static line => line[0] != '\t', line => device = OfDevice(line, source), (line, from) => device.WithGroup(line, from), Form, emit);
    }

    // "4\teth0      :     1      V3"; an old kernel writes the index and the name without a separator, and a name can contain a colon.
    private static MulticastMembership OfDevice(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.LastIndexOf((byte)':');
        var words = new FieldScanner(line[..Math.Max(colon, 0)]);
        int? number = words.TryInt32(out int index) ? index : null;
        var behind = new FieldScanner(line[(colon + 1)..]);
        int? count = behind.TryInt32(out int groups) ? groups : null;
        return new() { InterfaceIndex = number, Device = source.Intern(Value.Trim(words.Rest)), GroupCount = count, Querier = source.Intern(behind.Next()) };
    }

    // "010000E0     1 0:00000000\t\t0"
    private MulticastMembership? WithGroup(ReadOnlySpan<byte> line, ProcSource source)
    {
        MulticastMembership row = new() { InterfaceIndex = InterfaceIndex, Device = Device, GroupCount = GroupCount, Querier = Querier };
        IFields fields = row;
        var words = new FieldScanner(line);
        for (int field = 1; field <= LastField; field++)
        {
            ReadOnlySpan<byte> word = words.Next();
            if (word.IsEmpty)
            {
                return null;
            }

            fields.Set(field, word, source);
            if (field == TimerField)
            {
                fields.Set(++field, word, source);
            }
        }

        return Device.Length == 0 ? null : row;
    }

    private void AddMissing(ref UnavailableFields fields)
    {
        fields.Add(nameof(InterfaceIndex), InterfaceIndex is null ? UnavailableReason.Malformed : null);
        fields.Add(nameof(GroupCount), GroupCount is null ? UnavailableReason.Malformed : null);
    }

    private static bool TryRunning(ReadOnlySpan<byte> value, ProcSource source, out bool? isRunning)
    {
        bool parsed = Value.TryRead(value[..Math.Max(value.IndexOf((byte)':'), 0)], source, out bool flag);
        isRunning = flag;
        return parsed;
    }

    // Clock ticks in hexadecimal, 32 or 64 bits.
    private static bool TryTimer(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        bool parsed = Number.TryHex(value[(value.IndexOf((byte)':') + 1)..], out ulong ticks);
        time = source.Root.Facts.FromTicks(ticks);
        return parsed && value.Contains((byte)':');
    }
}
