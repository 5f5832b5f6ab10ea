using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/fs/cifs/open_files</c>: a file of a share that a process has open. Only root can read it. Source: cifs_debug_files_proc_show() of
/// fs/smb/client/cifs_debug.c.
/// </summary>
[Fields]
public sealed partial class SmbOpenFile : ITable<SmbOpenFile>
{
    private const int Columns = 7;

    private SmbOpenFile()
    {
    }

    /// <summary>The number of the connection to the share, as in <see cref="SmbShare.TreeId"/>.</summary>
    [Field(1, Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? TreeId { get; private set; }

    /// <summary>The number of the session, as in <see cref="SmbSession.SessionId"/>; null before Linux 5.19.</summary>
    [Field(2, Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? SessionId { get; private set; }

    /// <summary>The number by which server and client know the open file.</summary>
    [Field(3, Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? FileId { get; private set; }

    /// <summary>The status flags with which it was opened.</summary>
    [Field(4, Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? OpenFlags { get; private set; }

    /// <summary>How often it is open.</summary>
    [Field(5)] public int? Count { get; private set; }

    /// <summary>The id of the process that opened it.</summary>
    [Field(6)] public int? ProcessId { get; private set; }

    /// <summary>The numeric id of the user who opened it.</summary>
    [Field(7)] public uint? UserId { get; private set; }

    /// <summary>The name of the file, without its folder. A kernel built with CONFIG_CIFS_DEBUG2 writes the number of the request behind it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbOpenFile),
        new(nameof(ProcessId), 9) { IsKey = true },
        new(nameof(UserId), 6),
        new(nameof(TreeId), 10),
        new(nameof(Count), 6),
        new(nameof(OpenFlags), 9),
        new(nameof(Name)));

    /// <summary>The name of the file.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<SmbOpenFile>.NameOf(SmbOpenFile row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SmbOpenFile, bool> emit)
    {
        bool hasSession = false;
        Lines.ReadSections(
            source,
            static line => line is [(byte)'#', ..],
            line => hasSession |= line.IndexOf("<ses id>"u8) >= 0,
            (line, from) => Parse(line, hasSession, from),
            "six or seven numbers and the name of a file",
            emit);
    }

    // "0x5 0x4c000014 0x9e51 0x8000 1 4242 1000 notes.txt"; before Linux 5.19 without the second.
    private static SmbOpenFile? Parse(ReadOnlySpan<byte> line, bool hasSession, ProcSource source)
    {
        var file = new SmbOpenFile();
        var words = new FieldScanner(line);
        for (int number = 1; number <= Columns; number++)
        {
            if (number != 2 || hasSession)
            {
                ((IFields)file).Set(number, words.Next(), source);
            }
        }

        ReadOnlySpan<byte> name = words.Rest;
        file.Name = source.Intern(name.IsEmpty ? name : name[1..]);
        return name.Length < 2 ? null : file;
    }
}
