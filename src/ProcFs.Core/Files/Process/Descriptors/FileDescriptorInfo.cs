using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c>: the offset and status flags of a descriptor, and details of its file type. A field that this kernel does not
/// have is null. Source: proc_pid_fdinfo(5), fs/proc/fd.c.
/// </summary>
[Fields]
public sealed partial class FileDescriptorInfo : IRecord<FileDescriptorInfo>
{
    private FileDescriptorInfo()
    {
    }

    /// <summary>The process that has it open.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The descriptor number.</summary>
    public required int Number { get; init; }

    /// <summary>The offset in the file, in bytes: <c>pos</c>.</summary>
    [Key("pos")] public long? Position { get; private set; }

    /// <summary>The access mode, from <c>flags</c>.</summary>
    [Key("flags", Parser = nameof(TryAccess))] public FileDescriptorAccess? Access { get; private set; }

    /// <summary>The status flags by name, from <c>flags</c>.</summary>
    [Key("flags", Parser = nameof(TryFlags))] public FileStatusFlags? Flags { get; private set; }

    /// <summary>The bits of <c>flags</c>, which the file writes in octal.</summary>
    [Key("flags", Scale.Octal)] public long? FlagBits { get; private set; }

    /// <summary>The mount of the file: <c>mnt_id</c>, an id of mountinfo (since Linux 3.15).</summary>
    [Key("mnt_id")] public int? MountId { get; private set; }

    /// <summary>The inode of the file: <c>ino</c> (since Linux 5.14).</summary>
    [Key("ino")] public ulong? Inode { get; private set; }

    /// <summary>
    /// All other keys with their values as text, in the order of the file, which repeats some: <c>lock</c>, <c>tfd</c>, <c>inotify</c>. The key of a line without one is
    /// empty.
    /// </summary>
    public partial KeyValuePair<string, string>[] Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(FileDescriptorInfo),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Number), 6) { Label = "Fd" },
        new(nameof(Position), 14),
        new(nameof(Access), 9),
        new(nameof(MountId), 6) { Label = "Mount" },
        new(nameof(Inode), 12),
        new(nameof(Flags)));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number);

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static FileDescriptorInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = new FileDescriptorInfo
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Number = NumberIn(source.Path),
        };
        info.Read(text, source);
        return info;
    }

    private void Read(ReadOnlySpan<byte> text, ProcSource source)
    {
        IFields fields = this;
        KeyTable keys = fields.Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (!lines.Line.IsEmpty
                && !TryKeepWatch(lines.Line, fields, source)
                && (IsIndented(lines.Line) || !KeyValues.TryReadLine(lines.Line, fields, in keys, ref expected, source)))
            {
                fields.Keep(default, Value.Trim(lines.Line), source);
            }
        }
    }

    // inotify and fanotify write their name, a space, and then fields with colons.
    private static bool TryKeepWatch(ReadOnlySpan<byte> line, IFields fields, ProcSource source)
    {
        bool isWatch = line.StartsWith("inotify "u8) || line.StartsWith("fanotify "u8);
        int end = line.IndexOf((byte)' ');
        if (isWatch)
        {
            fields.Keep(line[..end], Value.Trim(line[end..]), source);
        }

        return isWatch;
    }

    // io_uring writes indented lines without a key.
    private static bool IsIndented(ReadOnlySpan<byte> line) => line[0] is (byte)' ' or (byte)'\t';

    private static int NumberIn(string path) =>
        int.TryParse(path.AsSpan(path.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out FileStatusFlags? flags)
    {
        bool parsed = Value.TryOctal(value, source, out long bits);
        flags = OpenFileFlags.NamesOf(bits, source.Root.Facts.Architecture);
        return parsed;
    }

    private static bool TryAccess(ReadOnlySpan<byte> value, ProcSource source, out FileDescriptorAccess? access)
    {
        bool parsed = Value.TryOctal(value, source, out long bits);
        access = OpenFileFlags.AccessOf(bits);
        return parsed;
    }
}
