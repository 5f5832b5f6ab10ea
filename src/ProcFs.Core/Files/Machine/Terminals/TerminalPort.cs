using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file of <c>/proc/tty/driver</c>: a port of a terminal driver. Only root can read it. Source: uart_line_info() of
/// drivers/tty/serial/serial_core.c, serial_proc_show() of drivers/usb/serial/usb-serial.c.
/// </summary>
[Fields]
public sealed partial class TerminalPort : ITable<TerminalPort>
{
    private static readonly string[] s_signals = ["RTS", "CTS", "DTR", "DSR", "CD", "RI"];

    private TerminalPort()
    {
    }

    /// <summary>The number of the port.</summary>
    public required int Number { get; init; }

    /// <summary>The chip: <c>16550A</c>; <c>unknown</c> if there is no port; null for a USB port.</summary>
    [Key("uart")] public string? Chip { get; private set; }

    /// <summary>The I/O port; for a USB port, its number on the device.</summary>
    [Key("port", Scale.Hex), Unit(Unit.Hex)] public ulong? Port { get; private set; }

    /// <summary>The address of a memory-mapped port.</summary>
    [Key("mmio", Parser = nameof(TryAddress)), Unit(Unit.Hex)] public ulong? Address { get; private set; }

    /// <summary>The interrupt; 0 if it has none.</summary>
    [Key("irq")] public int? Irq { get; private set; }

    /// <summary>Bytes sent.</summary>
    [Key("tx")] public long? Sent { get; private set; }

    /// <summary>Bytes received.</summary>
    [Key("rx")] public long? Received { get; private set; }

    /// <summary>Framing errors; null for none.</summary>
    [Key("fe")] public long? FramingErrors { get; private set; }

    /// <summary>Parity errors; null for none.</summary>
    [Key("pe")] public long? ParityErrors { get; private set; }

    /// <summary>Breaks; null for none.</summary>
    [Key("brk")] public long? Breaks { get; private set; }

    /// <summary>Overruns: bytes lost because they were not read in time; null for none.</summary>
    [Key("oe")] public long? Overruns { get; private set; }

    /// <summary>The active modem lines: <c>RTS</c>, <c>CTS</c>, <c>DTR</c>, <c>DSR</c>, <c>CD</c>, <c>RI</c>.</summary>
    public string[] Signals { get; private set; } = [];

    /// <summary>The module of the driver of a USB port; null for others.</summary>
    [Key("module")] public string? Module { get; private set; }

    /// <summary>The name of the driver of a USB port; null for others.</summary>
    [Key("name")] public string? Name { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(TerminalPort),
        new(nameof(Number), 6),
        new(nameof(Chip), 10),
        new(nameof(Port), 8),
        new(nameof(Irq), 5),
        new(nameof(Sent), 10),
        new(nameof(Received), 10),
        new(nameof(Signals)));

    /// <summary>The number and the chip: <c>0 16550A</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Chip ?? Name}".TrimEnd());

    static string IRow<TerminalPort>.NameOf(TerminalPort row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<TerminalPort, bool> emit) => Lines.ReadSections(
        source,
        static line => line.IndexOf("info:"u8) is > 0 and < 12,
        static _ => { },
        static (line, from) => Parse(line, from),
        "the number of a port, a colon and fields",
        emit);

    // "0: uart:16550A port:000003F8 irq:26 tx:218 rx:0 RTS|CTS", "2: uart:PL011 rev2 mmio:0xFE201000 irq:36", "0: module:ftdi_sio name:\"FTDI USB\" vendor:0403"
    private static TerminalPort? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        if (colon < 1 || !Text.Number.TryInt32(Value.Trim(line[..colon]), out int number))
        {
            return null;
        }

        var port = new TerminalPort { Number = number };
        KeyTable keys = ((IFields)port).Keys;
        int expected = 0;
        ReadOnlySpan<byte> rest = Value.Trim(line[(colon + 1)..]);
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> field = TakeField(ref rest);
            if (KeyValues.TryReadLine(field, port, in keys, ref expected, source))
            {
                continue;
            }

            string[] words = source.Intern(field).Split('|', StringSplitOptions.RemoveEmptyEntries);
            bool areSignals = words.Intersect(s_signals).Any();
            port.Signals = areSignals ? words : port.Signals;
            port.Chip = areSignals ? port.Chip : $"{port.Chip} {source.Intern(field)}";
        }

        return port;
    }

    // A quoted value can contain blanks.
    private static ReadOnlySpan<byte> TakeField(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)' ');
        int quote = rest.IndexOf((byte)'"');
        if (quote >= 0 && quote < end)
        {
            int close = rest[(quote + 1)..].IndexOf((byte)'"');
            end = close < 0 ? -1 : quote + close + 2;
        }

        ReadOnlySpan<byte> field = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : Value.Trim(rest[end..]);
        return field;
    }

    // "0xFE201000"
    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address)
    {
        bool parsed = Value.TryPrefixedHex(value, source, out ulong number);
        address = parsed ? number : null;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
