using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/fs/jbd2/&lt;device&gt;/info</c>: transaction counts and averages of a journal of ext4 or ocfs2. Source: jbd2_seq_info_show() of
/// fs/jbd2/journal.c.
/// </summary>
[Fields]
public sealed partial class JournalStatistics : IRecord<JournalStatistics>
{
    private JournalStatistics()
    {
    }

    /// <summary>Transactions since the mount.</summary>
    public long? Transactions { get; private set; }

    /// <summary>Requested transactions, for example by a sync.</summary>
    public long? Requested { get; private set; }

    /// <summary>The maximum number of blocks per transaction.</summary>
    public long? MaximumBlocks { get; private set; }

    /// <summary>The average time that a transaction waited for the previous one.</summary>
    [Key("waiting for transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>The average delay of a requested transaction.</summary>
    [Key("request delay", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? RequestDelay { get; private set; }

    /// <summary>The average time that a transaction was running.</summary>
    [Key("running transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? RunTime { get; private set; }

    /// <summary>The average time that a transaction was locked.</summary>
    [Key("transaction was being locked", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? LockTime { get; private set; }

    /// <summary>The average time to flush the data.</summary>
    [Key("flushing data (in ordered mode)", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? FlushTime { get; private set; }

    /// <summary>The average time to write to the journal.</summary>
    [Key("logging transaction", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? LogTime { get; private set; }

    /// <summary>The average time of a commit.</summary>
    [Key("average transaction commit time", Parser = nameof(TryTime)), Unit(Unit.Duration)] public TimeSpan? CommitTime { get; private set; }

    /// <summary>The average number of handles per transaction.</summary>
    [Key("handles per transaction")] public long? Handles { get; private set; }

    /// <summary>The average number of blocks per transaction.</summary>
    [Key("blocks per transaction")] public long? Blocks { get; private set; }

    /// <summary>The average number of blocks logged per transaction.</summary>
    [Key("logged blocks per transaction")] public long? LoggedBlocks { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(JournalStatistics),
        new(nameof(Transactions), 12),
        new(nameof(Requested), 10),
        new(nameof(CommitTime), 12),
        new(nameof(Handles), 8),
        new(nameof(Blocks), 8),
        new(nameof(LoggedBlocks), 12));

    /// <summary>The number of transactions.</summary>
    public override string ToString() => $"{Transactions} transactions";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
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
