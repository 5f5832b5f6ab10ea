using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/atalk/arp</c>: an entry of AppleTalk address resolution. Source: aarp_seq_show() of net/appletalk/aarp.c.
/// </summary>
[Fields]
public sealed partial class AppleTalkNeighbor : ITable<AppleTalkNeighbor>
{
    private AppleTalkNeighbor()
    {
    }

    /// <summary>The network and node: <c>FF00:2A</c>.</summary>
    [Field(1)] public string Address { get; private set; } = "";

    /// <summary>The network device; null without one.</summary>
    [Field(2, Parser = nameof(TryDevice))] public string? Device { get; private set; }

    /// <summary>The hardware address: <c>02:00:5e:00:53:01</c>.</summary>
    [Field(3)] public string? HardwareAddress { get; private set; }

    /// <summary>The time after which the entry expires.</summary>
    [Field(4, Scale.Seconds)] public TimeSpan? Expires { get; private set; }

    /// <summary>How long ago the address was asked for last; null once it is resolved.</summary>
    [Field(5, Scale.Seconds)] public TimeSpan? LastSent { get; private set; }

    /// <summary>How often it was asked for; null once it is resolved.</summary>
    [Field(6)] public long? Attempts { get; private set; }

    /// <summary>What the entry is: <c>resolved</c>, <c>unresolved</c>, <c>proxies</c>.</summary>
    [Field(7)] public string? State { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AppleTalkNeighbor),
        new(nameof(Address), 8),
        new(nameof(Device), 16),
        new(nameof(HardwareAddress), 17),
        new(nameof(Expires), 12),
        new(nameof(State), 10));

    /// <summary>The address, the hardware address and the device: <c>FF00:2A 02:00:5e:00:53:01 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Address} {HardwareAddress} dev {Device ?? "?"}");

    static string IRow<AppleTalkNeighbor>.NameOf(AppleTalkNeighbor row) => row.Address.Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AppleTalkNeighbor, bool> emit) => Lines.ReadSections(
        source,
        static line => line.StartsWith("Address "u8),
        static _ => { },
        Parse,
        "an address, a device, a hardware address and times",
        emit);

    // An entry that is not unresolved has blanks instead of the fifth and sixth field.
    private static AppleTalkNeighbor? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var row = new AppleTalkNeighbor();
        IFields fields = row;
        bool isShort = Value.CountWords(line) < 7;
        var words = new FieldScanner(line);
        int number = 1;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            fields.Set(isShort && number > 4 ? number + 2 : number, word, source);
            number++;
        }

        return number > 5 && fields.IsWhole ? row : null;
    }

    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string? device)
    {
        device = value.SequenceEqual("????"u8) ? null : source.Intern(value);
        return true;
    }

    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || (property is nameof(LastSent) or nameof(Attempts) && State != "unresolved") ? null : UnavailableReason.NotOnThisKernel;
}
