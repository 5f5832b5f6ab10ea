using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ptype</c>: a kernel function that receives the packets of a protocol, from one network device or from all. Source:
/// ptype_seq_show() of net/core/net-procfs.c.
/// </summary>
public sealed class PacketHandler : ITable<PacketHandler>
{
    private const string Form = "a protocol, perhaps a device, and a function";

    private PacketHandler()
    {
    }

    /// <summary>The Ethernet protocol number, in hexadecimal, such as <c>0800</c> for IPv4; <c>ALL</c> for all packets.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The number; null for all packets.</summary>
    public int? EtherType { get; private init; }

    /// <summary>The network device; null for all.</summary>
    public string? Device { get; private init; }

    /// <summary>The function: <c>ip_rcv</c>, <c>packet_rcv</c>; a number if symbols are hidden.</summary>
    public string Function { get; private init; } = "";

    /// <summary>The module of the function; null for the kernel itself.</summary>
    public string? Module { get; private init; }

    internal static View View => new(
        typeof(PacketHandler),
        new(nameof(Type), 6),
        new(nameof(Device), 15),
        new(nameof(Function), 32),
        new(nameof(Module), 20));

    /// <summary>The protocol, the device and the function: <c>0800 * ip_rcv</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Type} {Device ?? "*"} {Function}");

    static string IRow<PacketHandler>.NameOf(PacketHandler row) => $"{row.Type}-{row.Device ?? "all"}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<PacketHandler, bool> emit) =>
        Lines.ReadBelow(source, "Type "u8, static (line, _, from) => Parse(line, from), Form, emit);

    // "0800          ip_rcv", "ALL  eth0     packet_rcv [af_packet]"
    private static PacketHandler? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> type = words.Next();
        bool isNumber = Number.TryHex(type, out ulong number) && number <= ushort.MaxValue;
        ReadOnlySpan<byte> first = words.Next();
        ReadOnlySpan<byte> second = words.Next();
        bool hasDevice = second is [not (byte)'[', ..];
        ReadOnlySpan<byte> module = hasDevice ? words.Next() : second;
        if (first.IsEmpty || !(isNumber || type.SequenceEqual("ALL"u8)))
        {
            return null;
        }

        return new PacketHandler
        {
            Type = source.Intern(type),
            EtherType = isNumber ? (int)number : null,
            Device = hasDevice ? source.Intern(first) : null,
            Function = source.Intern(hasDevice ? second : first),
            Module = module.IsEmpty ? null : source.Intern(module.Trim("[]"u8)),
        };
    }
}
