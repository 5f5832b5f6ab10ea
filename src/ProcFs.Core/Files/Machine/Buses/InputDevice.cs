using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/bus/input/devices</c>: an input device, such as a keyboard. Source: input_devices_seq_show() of drivers/input/input.c.
/// </summary>
[Fields]
public sealed partial class InputDevice : ITable<InputDevice>
{
    private readonly Dictionary<string, string> _bitmaps = [];

    private InputDevice()
    {
    }

    /// <summary>The name: <c>Power Button</c>.</summary>
    [Key("N.Name", Parser = nameof(TryQuoted))] public string? Name { get; private set; }

    /// <summary>The number of the bus type: 3 for USB, 0x19 for the host.</summary>
    [Key("I.Bus", Scale.Hex), Unit(Unit.Hex)] public int? Bus { get; private set; }

    /// <summary>The vendor number.</summary>
    [Key("I.Vendor", Scale.Hex), Unit(Unit.Hex)] public int? Vendor { get; private set; }

    /// <summary>The product number.</summary>
    [Key("I.Product", Scale.Hex), Unit(Unit.Hex)] public int? Product { get; private set; }

    /// <summary>The version number.</summary>
    [Key("I.Version", Scale.Hex), Unit(Unit.Hex)] public int? Version { get; private set; }

    /// <summary>The physical path; empty if the driver does not set it.</summary>
    [Key("P.Phys")] public string? PhysicalPath { get; private set; }

    /// <summary>The folder below <c>/sys</c>.</summary>
    [Key("S.Sysfs"), Unit(Unit.Path)] public string? SysfsPath { get; private set; }

    /// <summary>The unique id; empty if it has none.</summary>
    [Key("U.Uniq")] public string? Unique { get; private set; }

    /// <summary>The handlers of its events: <c>kbd</c>, <c>event0</c>.</summary>
    [Key("H.Handlers")] public string[]? Handlers { get; private set; }

    /// <summary>The capabilities by type: <c>EV</c> for events, <c>KEY</c> for keys; bits in hexadecimal words, highest first.</summary>
    public IReadOnlyDictionary<string, string> Bitmaps => _bitmaps;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(InputDevice),
        new(nameof(Name), 34),
        new(nameof(Handlers), 24),
        new(nameof(PhysicalPath)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name ?? "");

    static string IRow<InputDevice>.NameOf(InputDevice row) => row.Handlers?.LastOrDefault() ?? row.Name ?? "device";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<InputDevice, bool> emit) =>
        Blocks.Read(source, static line => line.StartsWith("I:"u8), (block, _) => emit(Parse(block, source)));

    private static InputDevice Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var device = new InputDevice();
        var lines = new LineScanner(block);
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = lines.Line;
            int equals = line.IndexOf((byte)'=');
            if (line.IsEmpty)
            {
                continue;
            }

            if (equals < 3)
            {
                ((IFields)device).Keep(line, default, source);
            }
            else if (line[0] == 'I')
            {
                device.TakeIdentity(line, source);
            }
            else if (line[0] == 'B')
            {
                device._bitmaps[source.Intern(line[3..equals])] = source.Intern(Value.Trim(line[(equals + 1)..]));
            }
            else
            {
                device.Take(line[0], line[3..equals], line[(equals + 1)..], source);
            }
        }

        return device;
    }

    // "I: Bus=0019 Vendor=0000 Product=0001 Version=0000"
    private void TakeIdentity(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line[2..]);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int equals = word.IndexOf((byte)'=');
            Take(line[0], word[..Math.Max(equals, 0)], word[(equals + 1)..], source);
        }
    }

    // A key is the letter of its line and its name: "I.Bus".
    private void Take(byte letter, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ProcSource source)
    {
        byte[] key = [letter, (byte)'.', .. name];
        int field = ((IFields)this).Keys.IndexOf(key, 0);
        if (field >= 0)
        {
            ((IFields)this).Set(field, value, source);
        }
        else
        {
            ((IFields)this).Keep(key, value, source);
        }
    }

    private static bool TryQuoted(ReadOnlySpan<byte> value, ProcSource source, out string? text)
    {
        text = source.Intern(value is [(byte)'"', .., (byte)'"'] ? value[1..^1] : value);
        return true;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
