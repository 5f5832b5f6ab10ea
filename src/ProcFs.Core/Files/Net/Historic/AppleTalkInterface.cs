using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/atalk/interface</c>: an AppleTalk interface. Source: atalk_seq_interface_show() of net/appletalk/atalk_proc.c.
/// </summary>
[Fields]
public sealed partial class AppleTalkInterface : ITable<AppleTalkInterface>
{
    private AppleTalkInterface()
    {
    }

    /// <summary>The network device.</summary>
    [Key("Interface")] public string Device { get; private set; } = "";

    /// <summary>The address, as network and node: <c>FF00:2A</c>.</summary>
    [Key("Address")] public string? Address { get; private set; }

    /// <summary>The range of networks on the cable: <c>FF00-FFFE</c>.</summary>
    [Key("Networks")] public string? Networks { get; private set; }

    /// <summary>The state, in flags of the kernel: 1 probing, 2 probing has failed.</summary>
    [Key("Status")] public int? Status { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AppleTalkInterface),
        new(nameof(Device), 16),
        new(nameof(Address), 8),
        new(nameof(Networks), 10),
        new(nameof(Status), 6));

    /// <summary>The device and the address: <c>eth0 FF00:2A</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device} {Address}".TrimEnd());

    static string IRow<AppleTalkInterface>.NameOf(AppleTalkInterface row) => row.Device;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AppleTalkInterface, bool> emit) => HeaderedLines.Read(source, static _ => new AppleTalkInterface(), emit);
}
