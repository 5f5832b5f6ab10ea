using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/tty/drivers</c>: a terminal driver and its device numbers. Source: proc_tty(5), show_tty_driver() of fs/proc/proc_tty.c.
/// </summary>
public sealed class TerminalDriver : ILine<TerminalDriver>, IRow<TerminalDriver>
{
    private TerminalDriver()
    {
    }

    /// <summary>The name: <c>serial</c>, <c>pty_slave</c>; <c>unknown</c> if the driver sets none.</summary>
    public required string Name { get; init; }

    /// <summary>The device, or the prefix of its devices: <c>/dev/ttyS</c>.</summary>
    [Unit(Unit.Path)] public required string Device { get; init; }

    /// <summary>The major number.</summary>
    public required int Major { get; init; }

    /// <summary>The first minor number.</summary>
    public required int FirstMinor { get; init; }

    /// <summary>The last minor number.</summary>
    public required int LastMinor { get; init; }

    /// <summary>The type: <c>serial</c>, <c>console</c>, <c>pty</c>, <c>system</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The subtype: <c>master</c>, <c>slave</c>, <c>console</c>; null if the kernel does not report it.</summary>
    public required string? Subtype { get; init; }

    static string ILine<TerminalDriver>.Form => "a name, a device, numbers and a kind";

    internal static View View => new(
        typeof(TerminalDriver),
        new(nameof(Name), 20),
        new(nameof(Device), 16),
        new(nameof(Major), 6),
        new(nameof(FirstMinor), 10),
        new(nameof(LastMinor), 10),
        new(nameof(Type), 8),
        new(nameof(Subtype), 10));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<TerminalDriver>.NameOf(TerminalDriver row) => row.Device[(row.Device.LastIndexOf('/') + 1)..];

    /// <inheritdoc/>
    public static TerminalDriver? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int device = line.LastIndexOf(" /"u8);
        var words = new FieldScanner(device < 0 ? default : line[device..]);
        ReadOnlySpan<byte> path = words.Next();
        bool isMajor = words.TryInt32(out int major);
        ReadOnlySpan<byte> minors = words.Next();
        int dash = minors.IndexOf((byte)'-');
        bool isMinor = Number.TryInt32(dash < 0 ? minors : minors[..dash], out int first);
        int last = first;
        isMinor &= dash < 0 || Number.TryInt32(minors[(dash + 1)..], out last);
        ReadOnlySpan<byte> type = words.Next();
        int colon = type.IndexOf((byte)':');
        return !isMajor || !isMinor || type.IsEmpty ? null : new TerminalDriver
        {
            Name = source.Intern(Grammar.Value.Trim(line[..device])),
            Device = source.Intern(path),
            Major = major,
            FirstMinor = first,
            LastMinor = last,
            Type = source.Intern(colon < 0 ? type : type[..colon]),
            Subtype = colon < 0 ? null : source.Intern(type[(colon + 1)..]),
        };
    }
}
