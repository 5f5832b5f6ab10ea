using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/scsi/scsi</c>: a SCSI device, or one handled by the kernel as such. Source: proc_print_scsidevice() of drivers/scsi/scsi_proc.c.
/// </summary>
[Fields]
public sealed partial class ScsiDevice : ITable<ScsiDevice>
{
    private const string Form = "a host, a channel, an id and a logical unit";

    private static readonly byte[][] s_keys =
    [
        [.. "Channel:"u8], [.. "Id:"u8], [.. "Lun:"u8], [.. "Vendor:"u8], [.. "Model:"u8], [.. "Rev:"u8], [.. "Type:"u8], [.. "ANSI  SCSI revision:"u8],
    ];

    private ScsiDevice()
    {
    }

    /// <summary>The number of the host, as in <c>scsi0</c>.</summary>
    public required int Host { get; init; }

    /// <summary>The channel of the host.</summary>
    [Key("Channel")] public int? Channel { get; private set; }

    /// <summary>The number of the target on the channel.</summary>
    [Key("Id")] public int? Target { get; private set; }

    /// <summary>The logical unit of the target.</summary>
    [Key("Lun")] public long? Lun { get; private set; }

    /// <summary>The vendor.</summary>
    [Key("Vendor")] public string? Vendor { get; private set; }

    /// <summary>The model.</summary>
    [Key("Model")] public string? Model { get; private set; }

    /// <summary>The firmware revision.</summary>
    [Key("Rev")] public string? Revision { get; private set; }

    /// <summary>The type: <c>Direct-Access</c> for a disk, <c>CD-ROM</c>.</summary>
    [Key("Type")] public string? Type { get; private set; }

    /// <summary>The SCSI version: <c>05</c>.</summary>
    [Key("ANSI  SCSI revision")] public string? ScsiRevision { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ScsiDevice),
        new(nameof(Host), 5),
        new(nameof(Channel), 7),
        new(nameof(Target), 6),
        new(nameof(Lun), 5),
        new(nameof(Type), 18),
        new(nameof(Vendor), 9),
        new(nameof(Model), 18),
        new(nameof(Revision), 9));

    /// <summary>The four numbers and the model: <c>0:0:1:0 ST4000</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Host}:{Channel}:{Target}:{Lun} {Model}".TrimEnd());

    static string IRow<ScsiDevice>.NameOf(ScsiDevice row) => $"{row.Host}-{row.Channel}-{row.Target}-{row.Lun}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ScsiDevice, bool> emit) => Blocks.Read(source, static line => line.StartsWith("Host:"u8), (block, firstLine) =>
    {
        ReadOnlySpan<byte> line = Blocks.FirstLine(block);
        return line.StartsWith("Attached devices:"u8) || emit(Parse(block, source) ?? throw source.Malformed(firstLine, line, Form));
    });

    // Values are padded to columns and can contain blanks: each ends at the next key.
    private static ScsiDevice? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        var words = new FieldScanner(lines.Line);
        words.Next();
        ReadOnlySpan<byte> host = words.Next();
        if (!host.StartsWith("scsi"u8) || !Number.TryInt32(host["scsi"u8.Length..], out int number))
        {
            return null;
        }

        var device = new ScsiDevice { Host = number };
        device.Take(words.Rest, source);
        while (lines.Next())
        {
            device.Take(lines.Line, source);
        }

        return device;
    }

    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        Span<int> places = stackalloc int[s_keys.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = line.IndexOf(s_keys[i]);
        }

        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0)
            {
                int start = places[i] + s_keys[i].Length;
                int field = ((IFields)this).Keys.IndexOf(s_keys[i].AsSpan(..^1), 0);
                ((IFields)this).Set(field, line[start..EndOf(start, places, line.Length)], source);
            }
        }
    }

    private static int EndOf(int start, ReadOnlySpan<int> places, int length)
    {
        int end = length;
        foreach (int place in places)
        {
            end = place >= start && place < end ? place : end;
        }

        return end;
    }
}
