using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a device of <c>/proc/drbd</c>: a block device that is mirrored to another machine. DRBD 9 has no such list. Source: drbd_seq_show() of
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

    /// <summary>The roles of this machine and its peer: <c>Primary/Secondary</c>.</summary>
    [Key("ro"), Key("st")] public string? Roles { get; private set; }

    /// <summary>The states of the disks of this machine and its peer: <c>UpToDate/Inconsistent</c>.</summary>
    [Key("ds")] public string? DiskStates { get; private set; }

    /// <summary>
    /// The replication protocol, which defines when a write is complete: <c>A</c> when sent, <c>B</c> when received, <c>C</c> when written by the peer.
    /// </summary>
    public string? Protocol { get; private set; }

    /// <summary>Letters for suspended I/O: <c>r-----</c>.</summary>
    public string? Flags { get; private set; }

    /// <summary>The bytes sent to the peer.</summary>
    [Key("ns", Scale.BareKiB)] public long? Sent { get; private set; }

    /// <summary>The bytes received from the peer.</summary>
    [Key("nr", Scale.BareKiB)] public long? Received { get; private set; }

    /// <summary>The bytes written to the disk.</summary>
    [Key("dw", Scale.BareKiB)] public long? Written { get; private set; }

    /// <summary>The bytes read from the disk.</summary>
    [Key("dr", Scale.BareKiB)] public long? Read { get; private set; }

    /// <summary>Writes to the activity log.</summary>
    [Key("al")] public long? ActivityLogWrites { get; private set; }

    /// <summary>Writes to the bitmap.</summary>
    [Key("bm")] public long? BitmapWrites { get; private set; }

    /// <summary>Requests in progress on the disk.</summary>
    [Key("lo")] public long? LocalRequests { get; private set; }

    /// <summary>Requests sent and not yet answered.</summary>
    [Key("pe")] public long? Pending { get; private set; }

    /// <summary>Requests received and not yet answered.</summary>
    [Key("ua")] public long? Unacknowledged { get; private set; }

    /// <summary>Requests of programs not yet completed.</summary>
    [Key("ap")] public long? ApplicationPending { get; private set; }

    /// <summary>Write epochs.</summary>
    [Key("ep")] public long? Epochs { get; private set; }

    /// <summary>The method to keep writes in order: <c>b</c> barriers, <c>f</c> flushes, <c>d</c> draining, <c>n</c> none.</summary>
    [Key("wo")] public string? WriteOrdering { get; private set; }

    /// <summary>The bytes out of sync.</summary>
    [Key("oos", Scale.BareKiB)] public long? OutOfSync { get; private set; }

    /// <summary>The progress of the resynchronization, in percent; null if none is running.</summary>
    [Unit(Unit.Percent)] public double? Progress { get; private set; }

    /// <summary>The version of the driver: <c>8.4.11 (api:1/proto:86-101)</c>.</summary>
    public string? Version { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. An unconfigured device has no reasons.</summary>
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
