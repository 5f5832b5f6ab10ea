using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a block of <c>/proc/asound/timers</c>: a sound timer and its clients. Source: snd_timer_proc_read() of sound/core/timer.c.</summary>
public sealed class SoundTimer : ITable<SoundTimer>
{
    private UnavailableFields _malformed;

    private SoundTimer()
    {
    }

    /// <summary>The location: <c>G0</c> for a global timer, <c>C0-0</c> for one of a card, <c>P0-0-0</c> for one of a device.</summary>
    public required string Name { get; init; }

    /// <summary>The name: <c>system timer</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The duration of a tick; null for a timer driven by another.</summary>
    [Unit(Unit.Duration)] public TimeSpan? Resolution { get; private set; }

    /// <summary>The maximum number of ticks; null for a timer driven by another.</summary>
    public long? MaximumTicks { get; private set; }

    /// <summary>The clients and their state: <c>application 1234 : stopped</c>.</summary>
    public string[] Clients { get; private set; } = [];

    /// <summary>The reasons why properties are null, by property name.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => _malformed.ToDictionary();

    internal static View View => new(
        typeof(SoundTimer),
        new(nameof(Name), 8),
        new(nameof(Description), 28),
        new(nameof(Resolution), 12),
        new(nameof(Clients)));

    /// <summary>The location and the name.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Description}");

    static string IRow<SoundTimer>.NameOf(SoundTimer row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SoundTimer, bool> emit) =>
        Blocks.Read(source, static line => line.Length > 0 && line[0] != ' ', (block, firstLine) =>
            emit(Parse(block, source) ?? throw source.Malformed(firstLine, Blocks.FirstLine(block), "the place of a timer and what it is")));

    // "G0: system timer : 4000.000us (10000000 ticks)", followed by " Client application 1234 : stopped"
    private static SoundTimer? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        int colon = lines.Line.IndexOf(": "u8);
        if (colon < 1)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = lines.Line[(colon + 2)..];
        int end = rest.LastIndexOf(" : "u8);
        var timer = new SoundTimer { Name = source.Intern(lines.Line[..colon]), Description = source.Intern(Value.Trim(end < 0 ? rest : rest[..end])) };
        timer.TakeResolution(end < 0 ? default : rest[(end + 3)..], source);
        var clients = new List<string>();
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            if (line.StartsWith("Client "u8))
            {
                clients.Add(source.Intern(line["Client "u8.Length..]));
            }
        }

        timer.Clients = [.. clients];
        return timer;
    }

    private void TakeResolution(ReadOnlySpan<byte> text, ProcSource source)
    {
        var words = new FieldScanner(text);
        ReadOnlySpan<byte> time = words.Next();
        if (time.EndsWith("us"u8))
        {
            bool isTime = Value.TryMicroseconds(time[..^2], source, out TimeSpan resolution);
            bool isCount = Value.TryRead(words.Next().TrimStart((byte)'('), source, out long ticks);
            Resolution = isTime ? resolution : null;
            MaximumTicks = isCount ? ticks : null;
            _malformed.Add(nameof(Resolution), isTime ? null : UnavailableReason.Malformed);
            _malformed.Add(nameof(MaximumTicks), isCount ? null : UnavailableReason.Malformed);
        }
    }
}
