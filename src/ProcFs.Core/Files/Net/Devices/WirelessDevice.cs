using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/wireless</c>: a wireless network device with its link quality and the packets it discarded. Source: wireless_seq_printf_stats() of
/// net/wireless/wext-proc.c.
/// </summary>
[Fields]
public sealed partial class WirelessDevice : ITable<WirelessDevice>
{
    private WirelessDevice()
    {
    }

    /// <summary>The name: <c>wlan0</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The status, which depends on the driver.</summary>
    [Key("sta-.tus", Scale.Hex)] public int? Status { get; private set; }

    /// <summary>The link quality, on a scale of the driver. A dot after a number of the file marks it as updated.</summary>
    [Key("Quality.link")] public double? LinkQuality { get; private set; }

    /// <summary>The signal level, usually in dBm.</summary>
    [Key("Quality.level")] public double? SignalLevel { get; private set; }

    /// <summary>The noise level, usually in dBm; -256 if it is unknown.</summary>
    [Key("Quality.noise")] public double? NoiseLevel { get; private set; }

    /// <summary>Packets of another network.</summary>
    [Key("Discarded packets.nwid")] public ulong? DiscardedNetwork { get; private set; }

    /// <summary>Packets that could not be decrypted.</summary>
    [Key("Discarded packets.crypt")] public ulong? DiscardedEncryption { get; private set; }

    /// <summary>Packets with missing fragments.</summary>
    [Key("Discarded packets.frag")] public ulong? DiscardedFragments { get; private set; }

    /// <summary>Packets not acknowledged after all retries.</summary>
    [Key("Discarded packets.retry")] public ulong? DiscardedRetries { get; private set; }

    /// <summary>Packets discarded for another reason.</summary>
    [Key("Discarded packets.misc")] public ulong? DiscardedOthers { get; private set; }

    /// <summary>Missed beacons.</summary>
    [Key("Missed.beacon")] public ulong? MissedBeacons { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(WirelessDevice),
        new(nameof(Name), 15),
        new(nameof(LinkQuality), 11),
        new(nameof(SignalLevel), 11),
        new(nameof(NoiseLevel), 10),
        new(nameof(DiscardedRetries), 16),
        new(nameof(MissedBeacons), 13));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<WirelessDevice>.NameOf(WirelessDevice row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<WirelessDevice, bool> emit) =>
        BarredLines.Read(source, static (name, from) => new WirelessDevice { Name = from.Intern(name) }, emit);
}
