using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/wireless</c>: a wireless network device with the quality of its link and the packets that it discarded. Source: wireless_seq_printf_stats() of
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

    /// <summary>A state of the driver.</summary>
    [Key("sta-.tus", Scale.Hex)] public int? Status { get; private set; }

    /// <summary>The quality of the link, as the driver rates it. A point behind a number of the file says that it is new.</summary>
    [Key("Quality.link")] public double? LinkQuality { get; private set; }

    /// <summary>The level of the signal, mostly in dBm.</summary>
    [Key("Quality.level")] public double? SignalLevel { get; private set; }

    /// <summary>The level of the noise, mostly in dBm; -256 where it is not known.</summary>
    [Key("Quality.noise")] public double? NoiseLevel { get; private set; }

    /// <summary>Packets of another network.</summary>
    [Key("Discarded packets.nwid")] public ulong? DiscardedNetwork { get; private set; }

    /// <summary>Packets that could not be decrypted.</summary>
    [Key("Discarded packets.crypt")] public ulong? DiscardedEncryption { get; private set; }

    /// <summary>Packets whose fragments did not all come.</summary>
    [Key("Discarded packets.frag")] public ulong? DiscardedFragments { get; private set; }

    /// <summary>Packets that were not acknowledged after all tries.</summary>
    [Key("Discarded packets.retry")] public ulong? DiscardedRetries { get; private set; }

    /// <summary>Packets discarded for another reason.</summary>
    [Key("Discarded packets.misc")] public ulong? DiscardedOthers { get; private set; }

    /// <summary>Beacons that did not come.</summary>
    [Key("Missed.beacon")] public ulong? MissedBeacons { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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
