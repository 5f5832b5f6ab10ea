using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/kcm</c>: a multiplexor of the kernel, which sends messages of several sockets over several TCP connections, or one of
/// its sockets or connections. Source: kcm_seq_show() of net/kcm/kcmproc.c.
/// </summary>
[Fields]
public sealed partial class KcmObject : ITable<KcmObject>
{
    private const int FieldCount = 9;

    private KcmObject()
    {
    }

    /// <summary>The name: <c>mux</c>, <c>kcm-0</c> a socket, <c>psock-0</c> a connection.</summary>
    [Field(1)] public string Name { get; private set; } = "";

    /// <summary>The place of its multiplexor in the file, from 1.</summary>
    public int Mux { get; private set; }

    /// <summary>The number of messages received.</summary>
    [Field(2)] public long? MessagesReceived { get; private set; }

    /// <summary>The number of bytes received.</summary>
    [Field(3), Unit(Unit.Bytes)] public long? BytesReceived { get; private set; }

    /// <summary>The number of messages sent.</summary>
    [Field(4)] public long? MessagesSent { get; private set; }

    /// <summary>The number of bytes sent.</summary>
    [Field(5), Unit(Unit.Bytes)] public long? BytesSent { get; private set; }

    /// <summary>Packets that wait to be read; null for a multiplexor.</summary>
    [Field(6, Parser = nameof(TryCount))] public long? ReceiveQueue { get; private set; }

    /// <summary>The memory for receiving; null for a multiplexor.</summary>
    [Field(7, Parser = nameof(TryCount)), Unit(Unit.Bytes)] public long? ReceiveMemory { get; private set; }

    /// <summary>Packets that wait to be sent; null for a multiplexor.</summary>
    [Field(8, Parser = nameof(TryCount))] public long? SendQueue { get; private set; }

    /// <summary>The memory for sending; null where the kernel does not tell it.</summary>
    [Field(9, Parser = nameof(TryCount)), Unit(Unit.Bytes)] public long? SendMemory { get; private set; }

    /// <summary>The state: <c>KCMs: 2, Psocks 1</c>, <c>Psck-0</c>, <c>TxWait</c>, <c>RdyRx</c>; null if there is nothing to say.</summary>
    public string? Status { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(KcmObject),
        new(nameof(Mux), 3),
        new(nameof(Name), 12),
        new(nameof(MessagesReceived), 16),
        new(nameof(BytesReceived), 13),
        new(nameof(MessagesSent), 12),
        new(nameof(BytesSent), 10),
        new(nameof(Status)));

    /// <summary>The multiplexor and the name: <c>1 kcm-0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Mux} {Name}");

    static string IRow<KcmObject>.NameOf(KcmObject row) => $"{row.Mux}-{row.Name}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KcmObject, bool> emit) => Read(source, emit);

    private static void Read(ProcSource source, Func<KcmObject, bool> emit)
    {
        int mux = 0;
        Lines.ReadSections(
            source,
            static line => line.StartsWith("*** KCM"u8) || line.StartsWith("Object "u8),
            static _ => { },
            (line, from) =>
            {
                mux += line.StartsWith("mux"u8) ? 1 : 0;
                return Parse(line, mux, from);
            },
            "a name, four counters, four queues and a state",
            emit);
    }

    private static KcmObject? Parse(ReadOnlySpan<byte> line, int mux, ProcSource source)
    {
        var row = new KcmObject { Mux = mux };
        var words = new FieldScanner(line);
        for (int i = 0; i < FieldCount; i++)
        {
            words.Next();
        }

        ReadOnlySpan<byte> status = Value.Trim(words.Rest);
        row.Status = status.IsEmpty ? null : source.Intern(status);
        return Lines.ReadFields(line[..^words.Rest.Length], row, source, FieldCount) && ((IFields)row).IsWhole ? row : null;
    }

    private static bool TryCount(ReadOnlySpan<byte> value, ProcSource source, out long? count)
    {
        bool isNone = value.SequenceEqual("-"u8);
        bool parsed = Value.TryRead(value, source, out long number);
        count = parsed ? number : null;
        return parsed || isNone;
    }
}
