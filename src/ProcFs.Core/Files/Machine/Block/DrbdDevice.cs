using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a device of <c>/proc/drbd</c>: a block device whose content another machine keeps as well. DRBD 9 has no such list. Source: drbd_seq_show() of
/// drivers/block/drbd/drbd_proc.c.
/// </summary>
[Fields]
public sealed partial class DrbdDevice : ITable<DrbdDevice>
{
    private const string Form = "the number of a device and its state";

    private DrbdDevice()
    {
    }

    /// <summary>The minor number of the device.</summary>
    public required int Minor { get; init; }

    /// <summary>The state of the connection: <c>Connected</c>, <c>SyncSource</c>, <c>WFConnection</c>, <c>Unconfigured</c>.</summary>
    [Key("cs")] public string? ConnectionState { get; private set; }

    /// <summary>The role of this machine and of the other: <c>Primary/Secondary</c>.</summary>
    [Key("ro"), Key("st")] public string? Roles { get; private set; }

    /// <summary>The state of the disk of this machine and of the other: <c>UpToDate/Inconsistent</c>.</summary>
    [Key("ds")] public string? DiskStates { get; private set; }

    /// <summary>When a write is done: <c>A</c> once it is sent, <c>B</c> once it has arrived, <c>C</c> once the other has written it.</summary>
    public string? Protocol { get; private set; }

    /// <summary>Letters for what is suspended: <c>r-----</c>.</summary>
    public string? Flags { get; private set; }

    /// <summary>What was sent to the other machine, in bytes.</summary>
    [Key("ns", Scale.BareKiB)] public long? Sent { get; private set; }

    /// <summary>What came from the other machine, in bytes.</summary>
    [Key("nr", Scale.BareKiB)] public long? Received { get; private set; }

    /// <summary>What was written to the disk, in bytes.</summary>
    [Key("dw", Scale.BareKiB)] public long? Written { get; private set; }

    /// <summary>What was read from the disk, in bytes.</summary>
    [Key("dr", Scale.BareKiB)] public long? Read { get; private set; }

    /// <summary>Writes to the activity log.</summary>
    [Key("al")] public long? ActivityLogWrites { get; private set; }

    /// <summary>Writes to the bitmap.</summary>
    [Key("bm")] public long? BitmapWrites { get; private set; }

    /// <summary>Requests that the disk has now.</summary>
    [Key("lo")] public long? LocalRequests { get; private set; }

    /// <summary>Requests sent and not yet answered.</summary>
    [Key("pe")] public long? Pending { get; private set; }

    /// <summary>Requests received and not yet answered.</summary>
    [Key("ua")] public long? Unacknowledged { get; private set; }

    /// <summary>Requests of programs that are not yet done.</summary>
    [Key("ap")] public long? ApplicationPending { get; private set; }

    /// <summary>Epochs of writes.</summary>
    [Key("ep")] public long? Epochs { get; private set; }

    /// <summary>How the order of writes is kept: <c>b</c> by barriers, <c>f</c> by flushes, <c>d</c> by draining, <c>n</c> not at all.</summary>
    [Key("wo")] public string? WriteOrdering { get; private set; }

    /// <summary>What differs on the two machines, in bytes.</summary>
    [Key("oos", Scale.BareKiB)] public long? OutOfSync { get; private set; }

    /// <summary>How much has been made the same, in percent; null where nothing has to be.</summary>
    [Unit(Unit.Percent)] public double? Progress { get; private set; }

    /// <summary>The version of the driver: <c>8.4.11 (api:1/proto:86-101)</c>.</summary>
    public string? Version { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What a device has that is not configured is not among them.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DrbdDevice),
        new(nameof(Minor), 6),
        new(nameof(ConnectionState), 16),
        new(nameof(Roles), 18),
        new(nameof(DiskStates), 22),
        new(nameof(OutOfSync), 9),
        new(nameof(Progress), 8));

    /// <summary>The number and its state: <c>0 Connected Primary/Secondary</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Minor} {ConnectionState} {Roles}".TrimEnd());

    static string IRow<DrbdDevice>.NameOf(DrbdDevice row) => $"{row.Minor}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DrbdDevice, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        string? version = null;
        Blocks.Read(source, static line => IsDevice(line) || line.StartsWith("version:"u8), (block, firstLine) =>
        {
            ReadOnlySpan<byte> line = Blocks.FirstLine(block);
            if (line.StartsWith("version:"u8))
            {
                version = source.Intern(Value.Trim(line["version:"u8.Length..]));
                return true;
            }

            return !TryMinor(line, out int minor, out _) ? throw source.Malformed(firstLine, line, Form) : emit(Parse(minor, block, version, source));
        });
    }

    private static DrbdDevice Parse(int minor, ReadOnlySpan<byte> block, string? version, ProcSource source)
    {
        var device = new DrbdDevice { Minor = minor, Version = version };
        var lines = new LineScanner(block);
        lines.Next();
        _ = TryMinor(lines.Line, out _, out ReadOnlySpan<byte> state);
        device.Take(state, source);
        while (lines.Next())
        {
            device.Take(lines.Line, source);
        }

        return device;
    }

    // "cs:Connected ro:Primary/Secondary C r-----", "[>....] sync'ed: 17.6% (1024/2048)K"
    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        KeyTable keys = ((IFields)this).Keys;
        int expected = 0;
        var words = new FieldScanner(line);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (word.SequenceEqual("sync'ed:"u8))
            {
                Progress = Value.TryRead(words.Next().TrimEnd((byte)'%'), source, out double percent) ? percent : null;
            }
            else if (word is [>= (byte)'A' and <= (byte)'C'])
            {
                Protocol = source.Intern(word);
                Flags = source.Intern(words.Next());
            }
            else if (word is [.., (byte)':'])
            {
                ((IFields)this).Keep(word[..^1], words.Next(), source);
            }
            else if (word[0] != '[')
            {
                _ = KeyValues.TryReadLine(word, this, in keys, ref expected, source);
            }
        }
    }

    // " 0: cs:Connected"
    private static bool IsDevice(ReadOnlySpan<byte> line) => line.IndexOf(": cs:"u8) > 0;

    private static bool TryMinor(ReadOnlySpan<byte> line, out int minor, out ReadOnlySpan<byte> state)
    {
        int colon = line.IndexOf((byte)':');
        state = line[(colon + 1)..];
        return Number.TryInt32(Value.Trim(line[..Math.Max(colon, 0)]), out minor) && IsDevice(line);
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
