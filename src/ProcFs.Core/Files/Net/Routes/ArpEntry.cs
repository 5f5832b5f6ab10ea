using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/arp</c>: the hardware address of an IPv4 neighbor, or an address for which this machine answers. Source: proc_pid_net(5),
/// arp_format_neigh_entry() of net/ipv4/arp.c.
/// </summary>
[Fields]
public sealed partial class ArpEntry : ITable<ArpEntry>
{
    private ArpEntry()
    {
    }

    /// <summary>The address.</summary>
    [Key("IP address")] public IPAddress? Address { get; private set; }

    /// <summary>The hardware type: 1 Ethernet, 32 InfiniBand. Source: include/uapi/linux/if_arp.h.</summary>
    [Key("HW type", Scale.PrefixedHex), Unit(Unit.None)] public ulong? HardwareType { get; private set; }

    /// <summary>The flags.</summary>
    [Key("Flags", Parser = nameof(TryFlags))] public ArpFlags? Flags { get; private set; }

    /// <summary>The hardware address: <c>02:00:5e:00:53:01</c>; zeros if it is not (yet) known.</summary>
    [Key("HW address")] public string? HardwareAddress { get; private set; }

    /// <summary>The mask of a network for which this machine answers, on old kernels; null on others, which write <c>*</c>.</summary>
    [Key("Mask", Parser = nameof(TryMask))] public IPAddress? Mask { get; private set; }

    /// <summary>The network device; null if the machine answers on any, which the kernel writes as <c>*</c>.</summary>
    [Key("Device", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>Whether the hardware address is known.</summary>
    public bool IsComplete => Flags?.HasFlag(ArpFlags.Complete) == true;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ArpEntry),
        new(nameof(Address), 15),
        new(nameof(HardwareAddress), 17),
        new(nameof(Device), 15),
        new(nameof(Flags), 20));

    /// <summary>Both addresses and the device: <c>192.0.2.1 02:00:5e:00:53:01 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address?.ToString() ?? "?"} {HardwareAddress} dev {Device ?? "*"}");

    static string IRow<ArpEntry>.NameOf(ArpEntry row) => $"{row.Address?.ToString() ?? "?"}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ArpEntry, bool> emit) => HeaderedLines.Read(source, static _ => new ArpEntry(), emit);

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out ArpFlags? flags)
    {
        bool parsed = Value.TryPrefixedHex(value, source, out ulong bits) && bits <= int.MaxValue;
        flags = (ArpFlags)(int)bits;
        return parsed;
    }

    private static bool TryMask(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? mask)
    {
        mask = null;
        return value is [(byte)'*'] || Value.TryRead(value, source, out mask);
    }

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value is [(byte)'*'] ? null : source.Intern(value);
        return true;
    }
}
