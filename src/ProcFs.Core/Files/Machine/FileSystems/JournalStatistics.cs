using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/fs/jbd2/&lt;device&gt;/info</c>: the transactions of a journal, of ext4 or ocfs2, and averages over them. Source: jbd2_seq_info_show() of fs/jbd2/journal.c.</summary>
[Fields]
public sealed partial class JournalStatistics : IRecord<JournalStatistics>
{
    private JournalStatistics()
    {
    }

    /// <summary>Transactions since it was mounted.</summary>
    public long? Transactions { get; private set; }

    /// <summary>Those that were asked for, by a sync for example.</summary>
    public long? Requested { get; private set; }

    /// <summary>The most blocks that one may have.</summary>
    public long? MaximumBlocks { get; private set; }

    /// <summary>How long the average one waited for the one before it.</summary>
    [Key("waiting for transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>How long it took until one that was asked for began.</summary>
    [Key("request delay", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? RequestDelay { get; private set; }

    /// <summary>How long it took changes.</summary>
    [Key("running transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? RunTime { get; private set; }

    /// <summary>How long it waited for the last of them.</summary>
    [Key("transaction was being locked", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? LockTime { get; private set; }

    /// <summary>How long data was written before it.</summary>
    [Key("flushing data (in ordered mode)", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? FlushTime { get; private set; }

    /// <summary>How long it was written to the journal.</summary>
    [Key("logging transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? LogTime { get; private set; }

    /// <summary>How long a commit took.</summary>
    [Key("average transaction commit time", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? CommitTime { get; private set; }

    /// <summary>Changes in one.</summary>
    [Key("handles per transaction")] public long? Handles { get; private set; }

    /// <summary>Blocks in one.</summary>
    [Key("blocks per transaction")] public long? Blocks { get; private set; }

    /// <summary>Blocks written to the journal for one.</summary>
    [Key("logged blocks per transaction")] public long? LoggedBlocks { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(JournalStatistics),
        new(nameof(Transactions), 12),
        new(nameof(Requested), 10),
        new(nameof(CommitTime), 12),
        new(nameof(Handles), 8),
        new(nameof(Blocks), 8),
        new(nameof(LoggedBlocks), 12));

    /// <summary>How many there were.</summary>
    public override string ToString() => $"{Transactions} transactions";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static JournalStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var journal = new JournalStatistics();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var words = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> value = words.Next();
            ReadOnlySpan<byte> key = Value.Trim(words.Rest);
            int field = ((IFields)journal).Keys.IndexOf(key, 0);
            if (field >= 0)
            {
                ((IFields)journal).Set(field, value, source);
            }
            else if (key.StartsWith("transactions ("u8))
            {
                journal.TakeHead(value, key, source);
            }
            else if (!key.IsEmpty)
            {
                ((IFields)journal).Keep(key, value, source);
            }
        }

        return journal;
    }

    // "5 transactions (3 requested), each up to 8192 blocks"
    private void TakeHead(ReadOnlySpan<byte> count, ReadOnlySpan<byte> rest, ProcSource source)
    {
        var words = new FieldScanner(rest["transactions ("u8.Length..]);
        Transactions = CountOf(count, nameof(Transactions), source);
        Requested = CountOf(words.Next(), nameof(Requested), source);
        words.NextUntil((byte)'p');
        MaximumBlocks = CountOf(words.Next() is { IsEmpty: false } most && !most.SequenceEqual("to"u8) ? most : words.Next(), nameof(MaximumBlocks), source);
    }

    private long? CountOf(ReadOnlySpan<byte> text, string property, ProcSource source)
    {
        bool parsed = Value.TryRead(text, source, out long count);
        _malformed.Add(property, parsed ? null : UnavailableReason.Malformed);
        return parsed ? count : null;
    }

    // "4ms", "345us"
    private static bool TryTime(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        TimeSpan span = default;
        bool parsed = (value.EndsWith("ms"u8) && Value.TryMilliseconds(value[..^2], source, out span)) || (value.EndsWith("us"u8) && Value.TryMicroseconds(value[..^2], source, out span));
        time = parsed ? span : null;
        return parsed;
    }
}
