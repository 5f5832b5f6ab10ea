using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/x25/forward</c>: an X.25 call that is passed from one device to another. Source: x25_seq_forward_show() of
/// net/x25/x25_proc.c.
/// </summary>
[Fields]
public sealed partial class X25Forward : ITable<X25Forward>
{
    private X25Forward()
    {
    }

    /// <summary>The number of the logical channel.</summary>
    [Key("lci")] public int LogicalChannel { get; private set; }

    /// <summary>The one network device.</summary>
    [Key("dev1")] public string? FirstDevice { get; private set; }

    /// <summary>The other network device.</summary>
    [Key("dev2")] public string? SecondDevice { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(X25Forward),
        new(nameof(LogicalChannel), 14),
        new(nameof(FirstDevice), 16),
        new(nameof(SecondDevice), 16));

    /// <summary>The channel and the devices: <c>12 lapb0 lapb1</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{LogicalChannel} {FirstDevice} {SecondDevice}".TrimEnd());

    static string IRow<X25Forward>.NameOf(X25Forward row) => $"{row.LogicalChannel}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<X25Forward, bool> emit) => HeaderedLines.Read(source, static _ => new X25Forward(), emit);
}
