using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models the counters of one share in <c>/proc/fs/cifs/Stats</c>. Servers with SMB 1 have other operations than those with SMB 2 and later. Source:
/// cifs_print_stats() of fs/smb/client/smb1ops.c, smb2_print_stats() of fs/smb/client/smb2ops.c.
/// </summary>
[Fields]
public sealed partial class SmbShareStatistics
{
    private readonly NamedValues<long> _operations = new();
    private readonly NamedValues<long> _failures = new();

    private SmbShareStatistics()
    {
    }

    /// <summary>The number of the share in the file.</summary>
    public required int Number { get; init; }

    /// <summary>The share: <c>\\server\share</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the connection is lost and not yet restored.</summary>
    public required bool IsDisconnected { get; init; }

    /// <summary>All requests sent.</summary>
    [Key("SMBs")] public long? Requests { get; private set; }

    /// <summary>Bytes read.</summary>
    [Key("Bytes read"), Key("Reads Bytes"), Unit(Unit.Bytes)] public long? BytesRead { get; private set; }

    /// <summary>Bytes written.</summary>
    [Key("Bytes written"), Key("Writes Bytes"), Unit(Unit.Bytes)] public long? BytesWritten { get; private set; }

    /// <summary>Open files, as counted by the client; null with SMB 1 and before Linux 5.4.</summary>
    [Key("Open files")] public long? OpenFiles { get; private set; }

    /// <summary>Files open on the server, which may be kept open after the client has closed them; null with SMB 1 and before Linux 5.4.</summary>
    [Key("open on server")] public long? OpenOnServer { get; private set; }

    /// <summary>Operations by kernel name: <c>Reads</c>, <c>Creates</c>, <c>FindFirst</c>.</summary>
    public IReadOnlyDictionary<string, long> Operations => _operations;

    /// <summary>Those of them that failed; SMB 1 does not count them.</summary>
    public IReadOnlyDictionary<string, long> Failures => _failures;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbShareStatistics),
        new(nameof(Name), 32),
        new(nameof(IsDisconnected), 14),
        new(nameof(Requests), 10),
        new(nameof(BytesRead), 9),
        new(nameof(BytesWritten), 12),
        new(nameof(OpenFiles), 9));

    /// <summary>The share and the number of requests.</summary>
    public override string ToString() => DisplayText.Escape($"{Name}: {Requests} requests");

    /// <summary>Parses "1) \\server\share	DISCONNECTED"; null for other text.</summary>
    internal static SmbShareStatistics? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int bracket = line.IndexOf(") "u8);
        if (bracket < 1 || !Text.Number.TryInt32(line[..bracket], out int number))
        {
            return null;
        }

        ReadOnlySpan<byte> name = Value.Trim(line[(bracket + 2)..]);
        int lost = name.IndexOf("\tDISCONNECTED"u8);
        return new SmbShareStatistics { Number = number, Name = source.Intern(lost < 0 ? name : name[..lost]), IsDisconnected = lost >= 0 };
    }

    /// <summary>Takes a line of counters: <c>Reads: 5 total 0 failed</c>, <c>Renames: 0 T2 Renames 0</c>, <c>Reads:  9 Bytes: 82007</c>.</summary>
    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        string first = "";
        while (!Value.Trim(line).IsEmpty)
        {
            ReadOnlySpan<byte> name = TakeName(ref line);
            ReadOnlySpan<byte> value = TakeWord(ref line);
            if (name.SequenceEqual("Bytes"u8))
            {
                name = first == "Reads" ? "Reads Bytes"u8 : "Writes Bytes"u8;
            }

            // "2 total 0 failed", "2 total (local), 1 open on server": the words behind a number say what it counts.
            ReadOnlySpan<byte> behind = line;
            ReadOnlySpan<byte> word = TakeWord(ref behind);
            bool isFailed = word.SequenceEqual("failed"u8);
            bool isOnServer = word.SequenceEqual("open"u8);
            line = isOnServer ? default : isFailed || word.SequenceEqual("total"u8) || word.SequenceEqual("sent"u8) ? behind : line;
            line = Value.Trim(line).StartsWith("(local),"u8) ? Value.Trim(line)["(local),"u8.Length..] : line;
            first = name.IsEmpty ? first : source.Intern(name);
            Count(isOnServer ? "open on server"u8 : name, first, isFailed, value, source);
        }
    }

    private void Count(ReadOnlySpan<byte> name, string first, bool isFailed, ReadOnlySpan<byte> value, ProcSource source)
    {
        int field = ((IFields)this).Keys.IndexOf(name, 0);
        if (field >= 0)
        {
            ((IFields)this).Set(field, value, source);
        }
        else if (Value.TryRead(value, source, out long count))
        {
            (isFailed ? _failures : _operations).Set(first, count);
        }
        else
        {
            ((IFields)this).Keep(isFailed ? LosslessText.Encode($"{first} failed") : name, value, source);
            _malformed.Add(isFailed ? nameof(Failures) : nameof(Operations), UnavailableReason.Malformed);
        }
    }

    // A name ends with a colon, or where a number follows it. A number of failures has none of its own.
    private static ReadOnlySpan<byte> TakeName(ref ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line;
        ReadOnlySpan<byte> name = default;
        _ = TakeWord(ref rest);
        if (TakeWord(ref rest).SequenceEqual("failed"u8))
        {
            return name;
        }

        rest = line;
        while (!Value.Trim(rest).IsEmpty)
        {
            ReadOnlySpan<byte> before = rest;
            ReadOnlySpan<byte> word = TakeWord(ref rest);
            if (Text.Number.TryInt64(word, out _))
            {
                rest = before;
                break;
            }

            name = Value.Trim(line[..^rest.Length]);
            if (word.EndsWith(":"u8))
            {
                name = name[..^1];
                break;
            }
        }

        line = rest;
        return name;
    }

    private static ReadOnlySpan<byte> TakeWord(ref ReadOnlySpan<byte> line)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> word = words.Next();
        line = words.Rest;
        return word;
    }
}
