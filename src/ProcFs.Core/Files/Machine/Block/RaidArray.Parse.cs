using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>Lines of an array: its devices, its form, what is being done, its bitmap.</content>
public sealed partial class RaidArray
{
    private const string Form = "an array, its state and its devices";
    private const long KiB = 1024;

    private readonly NamedValues<string> _additional = new();
    private UnavailableFields _malformed;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RaidArray, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        var arrays = new List<RaidArray>();
        string[] personalities = [];
        string[] unused = [];
        Blocks.Read(source, static line => !line.IsEmpty && line[0] is not ((byte)' ' or (byte)'\t'), (block, firstLine) =>
        {
            ReadOnlySpan<byte> line = Blocks.FirstLine(block);
            if (line.StartsWith("Personalities"u8))
            {
                personalities = WordsOf(line, source);
            }
            else if (line.StartsWith("unused devices"u8))
            {
                unused = WordsOf(line, source);
            }
            else if (!IsOfOldKernel(line))
            {
                arrays.Add(Parse(block, source) ?? throw source.Malformed(firstLine, line, Form));
            }

            return true;
        });

        foreach (RaidArray array in arrays)
        {
            (array.Personalities, array.UnusedDevices) = (personalities, unused);
        }

        _ = arrays.TrueForAll(array => emit(array));
    }

    // Linux 2.4 adds the read-ahead and an event count.
    private static bool IsOfOldKernel(ReadOnlySpan<byte> line) => line.IsEmpty || line.StartsWith("read_ahead "u8) || line.StartsWith("Event:"u8);

    // "Personalities : [raid1] [raid0]", "unused devices: <none>"
    private static string[] WordsOf(ReadOnlySpan<byte> line, ProcSource source)
    {
        _ = Value.TryRead(line[(line.IndexOf((byte)':') + 1)..], source, out string[] words);
        return [.. words.Where(word => word != "<none>").Select(word => word.Trim('[', ']'))];
    }

    private static RaidArray? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        int colon = lines.Line.IndexOf((byte)':');
        var words = new FieldScanner(lines.Line[(colon + 1)..]);
        ReadOnlySpan<byte> state = words.Next();
        ReadOnlySpan<byte> name = Value.Trim(lines.Line[..Math.Max(colon, 0)]);
        if (name.IsEmpty || !(state.SequenceEqual("active"u8) || state.SequenceEqual("inactive"u8) || state.SequenceEqual("broken"u8)))
        {
            return null;
        }

        var array = new RaidArray { Name = source.Intern(name), State = source.Intern(state) };
        array.TakeMembers(words, source);
        while (lines.Next())
        {
            array.TakeLine(Value.Trim(lines.Line), source);
        }

        return array;
    }

    // "(auto-read-only) raid1 sdb1[1] sda1[0](F)"; without devices, the format follows at once.
    private void TakeMembers(FieldScanner words, ProcSource source)
    {
        var members = new List<RaidMember>();
        while (true)
        {
            FieldScanner before = words;
            ReadOnlySpan<byte> word = words.Next();
            if (word.IsEmpty)
            {
                break;
            }

            if (word is [(byte)'(', ..])
            {
                Mode = source.Intern(word.Trim("()"u8));
            }
            else if (RaidMember.Parse(word, source) is { } member)
            {
                members.Add(member);
            }
            else if (Level is null && members.Count == 0)
            {
                Level = source.Intern(word);
            }
            else
            {
                TakeForm(Value.Trim(before.Rest), source);
                break;
            }
        }

        Members = [.. members];
    }

    private void TakeLine(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> first = words.Next();
        if (first.IsEmpty)
        {
            return;
        }

        FieldScanner behind = words;
        if (behind.Next().SequenceEqual("blocks"u8))
        {
            Size = SizeOf(first, nameof(Size));
            TakeForm(Value.Trim(behind.Rest), source);
        }
        else if (first.SequenceEqual("bitmap:"u8))
        {
            TakeBitmap(words, source);
        }
        else if (first is [(byte)'[', ..] && line.Contains((byte)'%'))
        {
            TakeProgress(words, source);
        }
        else if (first.IndexOf((byte)'=') is > 0 and var equals && words.Rest.IsEmpty)
        {
            Operation = source.Intern(first[..equals]);
            OperationState = source.Intern(first[(equals + 1)..]);
        }
        else
        {
            _additional.Set(source.Intern(first), source.Intern(Value.Trim(words.Rest)));
        }
    }

    // "super 1.2 level 5, 64k chunk, algorithm 2 [3/2] [UU_]"
    private void TakeForm(ReadOnlySpan<byte> form, ProcSource source)
    {
        var words = new FieldScanner(form);
        if (words.Next().SequenceEqual("super"u8))
        {
            Superblock = source.Intern(words.Next());
            form = Value.Trim(words.Rest);
        }

        int bracket = form.IndexOf((byte)'[');
        ReadOnlySpan<byte> layout = Value.Trim(bracket < 0 ? form : form[..bracket]);
        Layout = layout.IsEmpty ? null : source.Intern(layout);
        TakeChunk(layout);
        var states = new FieldScanner(bracket < 0 ? default : form[bracket..]);
        ReadOnlySpan<byte> counts = states.Next().Trim("[]"u8);
        if (!counts.IsEmpty)
        {
            var numbers = new FieldScanner(counts);
            Devices = CountOf(numbers.NextUntil((byte)'/'), nameof(Devices));
            ActiveDevices = CountOf(numbers.Rest, nameof(ActiveDevices));
            ReadOnlySpan<byte> status = states.Next().Trim("[]"u8);
            Status = status.IsEmpty ? null : source.Intern(status);
        }
    }

    // "64k chunk", "512K chunks"
    private void TakeChunk(ReadOnlySpan<byte> layout)
    {
        var words = new FieldScanner(layout);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            FieldScanner behind = words;
            if (word[^1] is (byte)'k' or (byte)'K' && behind.Next().StartsWith("chunk"u8))
            {
                ChunkSize = SizeOf(word[..^1], nameof(ChunkSize));
            }
        }
    }

    // "recovery =  8.5% (16775552/195310144) finish=17.0min speed=259783K/sec"
    private void TakeProgress(FieldScanner words, ProcSource source)
    {
        Operation = source.Intern(Value.Trim(words.NextUntil((byte)'=')));
        ReadOnlySpan<byte> share = words.Next().TrimEnd((byte)'%');
        Progress = Note(Value.TryRead(share, source, out double percent), nameof(Progress)) ? percent : null;
        var sizes = new FieldScanner(words.Next().Trim("()"u8));
        Done = SizeOf(sizes.NextUntil((byte)'/'), nameof(Done));
        ToDo = SizeOf(sizes.Rest, nameof(ToDo));
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (word.StartsWith("finish="u8))
            {
                ReadOnlySpan<byte> minutes = word["finish="u8.Length..];
                bool isTime = minutes.EndsWith("min"u8) & Value.TryRead(minutes[..Math.Max(minutes.Length - 3, 0)], source, out double count);
                TimeLeft = Note(isTime, nameof(TimeLeft)) ? TimeSpan.FromTicks(Saturating.Clamp((Int128)(count * TimeSpan.TicksPerMinute))) : null;
            }
            else if (word.StartsWith("speed="u8))
            {
                ReadOnlySpan<byte> speed = word["speed="u8.Length..];
                Speed = SizeOf(speed.EndsWith("K/sec"u8) ? speed[..^5] : speed, nameof(Speed));
            }
        }
    }

    // "0/30 pages [0KB], 65536KB chunk, file: /var/md0.bitmap"
    private void TakeBitmap(FieldScanner words, ProcSource source)
    {
        var pages = new FieldScanner(words.Next());
        BitmapPages = CountOf(pages.NextUntil((byte)'/'), nameof(BitmapPages));
        BitmapTotalPages = CountOf(pages.Rest, nameof(BitmapTotalPages));
        words.NextUntil((byte)',');
        var chunk = new FieldScanner(words.NextUntil((byte)','));
        ReadOnlySpan<byte> size = chunk.Next();
        long unit = size.EndsWith("KB"u8) ? KiB : 1;
        bool isSize = Value.TryUnits(size.TrimEnd("KB"u8), unit, out long bytes);
        BitmapChunkSize = Note(isSize, nameof(BitmapChunkSize)) ? bytes : null;
        ReadOnlySpan<byte> file = Value.Trim(words.Rest);
        BitmapFile = file.StartsWith("file: "u8) ? source.Intern(file["file: "u8.Length..]) : null;
    }

    private long? SizeOf(ReadOnlySpan<byte> kibibytes, string property) =>
        Note(Value.TryUnits(kibibytes, KiB, out long bytes), property) ? bytes : null;

    private int? CountOf(ReadOnlySpan<byte> text, string property) => Note(Number.TryInt32(text, out int count), property) ? count : null;

    private bool Note(bool isRead, string property)
    {
        _malformed.Add(property, isRead ? null : UnavailableReason.Malformed);
        return isRead;
    }
}
