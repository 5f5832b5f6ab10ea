using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/x25/route</c>: the device for X.25 addresses that begin alike. Source: x25_seq_route_show() of net/x25/x25_proc.c.
/// </summary>
[Fields]
public sealed partial class X25Route : ITable<X25Route>
{
    private X25Route()
    {
    }

    /// <summary>The address, filled with zeros.</summary>
    [Key("Address")] public string Address { get; private set; } = "";

    /// <summary>How many of its digits count.</summary>
    [Key("Digits")] public int? SignificantDigits { get; private set; }

    /// <summary>The network device; null without one.</summary>
    [Key("Device", Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(X25Route),
        new(nameof(Address), 15),
        new(nameof(SignificantDigits), 17),
        new(nameof(Device), 16));

    /// <summary>The address, its digits and the device: <c>311020000000000/5 dev lapb0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address}/{SignificantDigits} dev {Device ?? "?"}");

    static string IRow<X25Route>.NameOf(X25Route row) => $"{row.Address}-{row.SignificantDigits}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<X25Route, bool> emit) => HeaderedLines.Read(source, static _ => new X25Route(), emit);

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value.SequenceEqual("???"u8) ? null : source.Intern(value);
        return true;
    }
}
