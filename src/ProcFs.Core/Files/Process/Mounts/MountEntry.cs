using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/mounts</c> and <c>/proc/mounts</c>: a mount that the process sees, in fstab(5) format. Source: proc_pid_mounts(5),
/// show_vfsmnt() of fs/proc_namespace.c.
/// </summary>
public sealed class MountEntry : ITable<MountEntry>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    internal const string Form = "a source, a mount point, a type, options and two numbers";

    private MountEntry()
    {
    }

    /// <summary>The process that sees it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The line number, counted from 1. A mount has no other key here: several can have the same mount point.</summary>
    public required int Number { get; init; }

    /// <summary>The mounted device, the path on a server, or any text that the file system provides. It can be empty.</summary>
    [Unit(Unit.Path)] public required string Source { get; init; }

    /// <summary>The mount point, relative to the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The file system type, with a subtype after a dot: <c>ext4</c>, <c>fuse.sshfs</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The options of the file system and of this mount.</summary>
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

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number, Target);

    static string IRow<MountEntry>.NameOf(MountEntry row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MountEntry, bool> emit) => Grammar.Lines.Read(source, Parse, Form, emit);

    /// <summary>Parses a line; null if it does not have the format of the file.</summary>
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

    // A file system can write spaces into its options; the two numbers are the last fields.
    private static bool TryTakeLast(ref ReadOnlySpan<byte> rest, out int value)
    {
        int space = rest.LastIndexOf((byte)' ');
        bool parsed = Text.Number.TryInt32(rest[(space + 1)..], out value);
        rest = space < 0 ? default : rest[..space];
        return parsed;
    }
}
