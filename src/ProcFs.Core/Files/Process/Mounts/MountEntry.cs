using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/mounts</c>, and of <c>/proc/mounts</c>: a mount that the process sees, in the form of fstab(5). Source:
/// proc_pid_mounts(5), show_vfsmnt() of fs/proc_namespace.c.
/// </summary>
public sealed class MountEntry : ITable<MountEntry>
{
    /// <summary>What a line of the file holds, for the error about one that does not.</summary>
    internal const string Form = "a source, a mount point, a type, options and two numbers";

    private MountEntry()
    {
    }

    /// <summary>The process that sees it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of the line, counted from 1. A mount has no other key here: one mount point may have several.</summary>
    public required int Number { get; init; }

    /// <summary>What is mounted, in the words of the file system: a device, a server's path, or any text. It may be empty.</summary>
    [Unit(Unit.Path)] public required string Source { get; init; }

    /// <summary>The mount point, as seen from the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The type of the file system, with a subtype behind a dot: <c>ext4</c>, <c>fuse.sshfs</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Options of the file system and of this mount.</summary>
    public required string[] Options { get; init; }

    /// <summary>The fifth field of fstab, for dump(8): always 0.</summary>
    public required int DumpFrequency { get; init; }

    /// <summary>The sixth field of fstab, for fsck(8): always 0.</summary>
    public required int PassNumber { get; init; }

    internal static View View => new(
        typeof(MountEntry),
        new(nameof(ProcessId), 9),
        new(nameof(Number), 6),
        new(nameof(Source), 14),
        new(nameof(Target), 26),
        new(nameof(Type), 11),
        new(nameof(Options)));

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number, Target);

    static string IRow<MountEntry>.NameOf(MountEntry row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MountEntry, bool> emit) => Grammar.Lines.Read(source, Parse, Form, emit);

    /// <summary>Reads a line; null where it is not of the file's form.</summary>
    internal static MountEntry? Parse(ReadOnlySpan<byte> line, int lineNumber, ProcSource source)
    {
        var fields = new FieldScanner(line);
        ReadOnlySpan<byte> device = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> target = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> type = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> rest = fields.Rest;
        if (target.IsEmpty || !TryTakeLast(ref rest, out int pass) || !TryTakeLast(ref rest, out int frequency) || rest.IsEmpty)
        {
            return null;
        }

        return new MountEntry
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Number = lineNumber,
            Source = MountText.Of(device, source),
            Target = MountText.Of(target, source),
            Type = MountText.Of(type, source),
            Options = MountText.Options(rest, source),
            DumpFrequency = frequency,
            PassNumber = pass,
        };
    }

    // A file system may write spaces into its options; the two numbers are the last fields.
    private static bool TryTakeLast(ref ReadOnlySpan<byte> rest, out int value)
    {
        int space = rest.LastIndexOf((byte)' ');
        bool parsed = Text.Number.TryInt32(rest[(space + 1)..], out value);
        rest = space < 0 ? default : rest[..space];
        return parsed;
    }
}
