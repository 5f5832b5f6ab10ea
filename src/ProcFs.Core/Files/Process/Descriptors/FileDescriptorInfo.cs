using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c>: where in the file a descriptor stands, how it was opened, and what its kind of file adds. A field that this
/// kernel does not give is null. Source: proc_pid_fdinfo(5), fs/proc/fd.c.
/// </summary>
public sealed class FileDescriptorInfo : IRecord<FileDescriptorInfo>
{
    private FileDescriptorInfo()
    {
    }

    private enum Taken
    {
        No,
        Yes,
        Malformed,
    }

    /// <summary>The process that has it open.</summary>
    public int ProcessId { get; private set; }

    /// <summary>That process's full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The number of the descriptor.</summary>
    public int Number { get; private set; }

    /// <summary>The offset in the file, in bytes: <c>pos</c>.</summary>
    public long? Position { get; private set; }

    /// <summary>What may be done through it, from <c>flags</c>.</summary>
    public FileDescriptorAccess? Access { get; private set; }

    /// <summary>How it was opened, by name, from <c>flags</c>.</summary>
    public FileStatusFlags? Flags { get; private set; }

    /// <summary>The bits of <c>flags</c>, which the file writes in octal.</summary>
    [Unit(Unit.Octal)] public long? FlagBits { get; private set; }

    /// <summary>The mount that the file is on: <c>mnt_id</c>, an id of mountinfo (since Linux 3.15).</summary>
    public int? MountId { get; private set; }

    /// <summary>The inode of the file: <c>ino</c> (since Linux 5.14).</summary>
    public ulong? Inode { get; private set; }

    /// <summary>
    /// All other keys with their values as text, in the order of the file, which repeats some: <c>lock</c>, <c>tfd</c>, <c>inotify</c>. The key of a line without one is
    /// empty.
    /// </summary>
    public KeyValuePair<string, string>[] Additional { get; private set; } = [];

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => UnavailableFields.OfMissing(
        UnavailableReason.NotOnThisKernel,
        (nameof(Position), Position),
        (nameof(Access), Access),
        (nameof(Flags), Flags),
        (nameof(FlagBits), FlagBits),
        (nameof(MountId), MountId),
        (nameof(Inode), Inode));

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

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static FileDescriptorInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = new FileDescriptorInfo
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Number = NumberIn(source.Path),
        };
        var additional = new List<KeyValuePair<string, string>>();
        var lines = new FieldScanner(text);
        for (int lineNumber = 1; !lines.Rest.IsEmpty; lineNumber++)
        {
            ReadOnlySpan<byte> line = lines.NextUntil((byte)'\n');
            ReadOnlySpan<byte> key = KeyOf(line);
            ReadOnlySpan<byte> value = line[key.Length..].TrimStart((byte)':').Trim(" \t"u8);
            switch (info.TryTake(key, value, source))
            {
                case Taken.Yes:
                    break;
                case Taken.Malformed:
                    throw source.Malformed(lineNumber, line, "a number");
                default:
                    additional.Add(new(source.Intern(key), LosslessText.Decode(value)));
                    break;
            }
        }

        info.Additional = [.. additional];
        return info;
    }

    // inotify and fanotify write their name, a space, and then fields with colons; io_uring writes lines without a key.
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("inotify "u8) || line.StartsWith("fanotify "u8))
        {
            return line[..line.IndexOf((byte)' ')];
        }

        int colon = line.IndexOf((byte)':');
        return colon < 0 || line[0] is (byte)' ' or (byte)'\t' ? default : line[..colon];
    }

    private static int NumberIn(string path) =>
        int.TryParse(path.AsSpan(path.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private Taken TryTake(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source)
    {
        if (key.SequenceEqual("pos"u8))
        {
            Position = Text.Number.TryInt64(value, out long position) ? position : null;
            return TakenIf(Position is not null);
        }

        if (key.SequenceEqual("flags"u8))
        {
            return TakenIf(TryFlags(value, source));
        }

        if (key.SequenceEqual("mnt_id"u8))
        {
            MountId = Text.Number.TryInt32(value, out int mount) ? mount : null;
            return TakenIf(MountId is not null);
        }

        if (key.SequenceEqual("ino"u8))
        {
            Inode = Text.Number.TryUInt64(value, out ulong inode) ? inode : null;
            return TakenIf(Inode is not null);
        }

        return Taken.No;
    }

    private static Taken TakenIf(bool parsed) => parsed ? Taken.Yes : Taken.Malformed;

    private bool TryFlags(ReadOnlySpan<byte> value, ProcSource source)
    {
        if (!Text.Number.TryOctal(value, out long bits))
        {
            return false;
        }

        FlagBits = bits;
        Flags = OpenFileFlags.NamesOf(bits, source.Root.Facts.Architecture);
        Access = OpenFileFlags.AccessOf(bits);
        return true;
    }
}
