using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an export in <c>/proc/fs/nfsd/export_stats</c>: the operations of a client on a folder of the NFS server. Source: svc_export_show() of fs/nfsd/export.c.
/// </summary>
[Fields]
public sealed partial class NfsExportStatistics : ITable<NfsExportStatistics>
{
    private const string Form = "a folder, a client and a time";

    private NfsExportStatistics()
    {
    }

    /// <summary>The folder.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The permitted clients: a name, an address, a network, <c>*</c>.</summary>
    public required string Client { get; init; }

    /// <summary>The time since which it counts; the kernel measures it from its start.</summary>
    [Key("start", Scale.Seconds), Unit(Unit.Duration)] public TimeSpan? StartedAfter { get; private set; }

    /// <summary>Requests with a file handle of which the file is gone.</summary>
    [Key("fh_stale")] public long? StaleHandles { get; private set; }

    /// <summary>Bytes read.</summary>
    [Key("io_read"), Unit(Unit.Bytes)] public long? BytesRead { get; private set; }

    /// <summary>Bytes written.</summary>
    [Key("io_write"), Unit(Unit.Bytes)] public long? BytesWritten { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsExportStatistics),
        new(nameof(Target), 32),
        new(nameof(Client), 24),
        new(nameof(BytesRead), 9),
        new(nameof(BytesWritten), 12),
        new(nameof(StaleHandles), 12));

    /// <summary>The folder and the client.</summary>
    public override string ToString() => DisplayText.Escape($"{Target} {Client}");

    static string IRow<NfsExportStatistics>.NameOf(NfsExportStatistics row) => row.Target.Trim('/').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsExportStatistics, bool> emit) => Blocks.Read(source, static line => line is [not ((byte)'\t' or (byte)'#'), ..], (block, firstLine) =>
    {
        ReadOnlySpan<byte> line = Blocks.FirstLine(block);
        return line is [(byte)'#', ..] || emit(Parse(block, source) ?? throw source.Malformed(firstLine, line, Form));
    });

    // "/srv	*	1700000000", below it "	io_read: 5"
    private static NfsExportStatistics? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        var words = new FieldScanner(lines.Line);
        ReadOnlySpan<byte> path = words.Next();
        ReadOnlySpan<byte> client = words.Next();
        if (client.IsEmpty)
        {
            return null;
        }

        var export = new NfsExportStatistics
        {
            Target = source.Intern(OctalEscapes.Decode(path, " \t\n\\"u8)),
            Client = source.Intern(OctalEscapes.Decode(client, " \t\n\\"u8)),
        };
        KeyTable keys = ((IFields)export).Keys;
        int expected = 0;
        ((IFields)export).Set(0, words.Next(), source);
        while (lines.Next())
        {
            _ = KeyValues.TryReadLine(Value.Trim(lines.Line), export, in keys, ref expected, source);
        }

        return export;
    }
}
