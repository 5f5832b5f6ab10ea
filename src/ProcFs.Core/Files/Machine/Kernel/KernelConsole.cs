using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/consoles</c>: a console that receives kernel messages. Source: show_console_dev() of fs/proc/consoles.c.</summary>
public sealed class KernelConsole : ILine<KernelConsole>, IRow<KernelConsole>
{
    private KernelConsole()
    {
    }

    /// <summary>The name and the number: <c>tty0</c>, <c>ttyS0</c>, <c>netcon0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The supported operations, a letter or a dash each: <c>R</c> read, <c>W</c> write, <c>U</c> unblank.</summary>
    public required string Abilities { get; init; }

    /// <summary>The letters of its flags: <c>ECpa</c>.</summary>
    public required string Flags { get; init; }

    /// <summary>The major number of its device; null if it has none, such as a network console.</summary>
    public required int? Major { get; init; }

    /// <summary>The minor number of its device; null if it has none.</summary>
    public required int? Minor { get; init; }

    /// <summary>Whether the kernel can write to it.</summary>
    public bool CanWrite => Abilities.Contains('W');

    /// <summary>Whether the kernel can read from it.</summary>
    public bool CanRead => Abilities.Contains('R');

    /// <summary>Whether it is enabled (<c>E</c>).</summary>
    public bool IsEnabled => Flags.Contains('E');

    /// <summary>Whether it is the preferred console, <c>/dev/console</c> (<c>C</c>).</summary>
    public bool IsPreferred => Flags.Contains('C');

    /// <summary>Whether it is a boot console (<c>B</c>).</summary>
    public bool IsBoot => Flags.Contains('B');

    /// <summary>Whether it can be written without the lock of all consoles (<c>N</c>, since 6.7).</summary>
    public bool IsNonBlocking => Flags.Contains('N');

    /// <summary>Whether it received the messages from before its registration (<c>p</c>).</summary>
    public bool HasEarlierMessages => Flags.Contains('p');

    /// <summary>Whether it is a Braille display (<c>b</c>).</summary>
    public bool IsBraille => Flags.Contains('b');

    /// <summary>Whether an offline CPU can write to it (<c>a</c>).</summary>
    public bool IsUsableOffline => Flags.Contains('a');

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<KernelConsole>.Form => "a name, abilities and flags in brackets";

    internal static View View => new(
        typeof(KernelConsole),
        new(nameof(Name), 12),
        new(nameof(Abilities), 9),
        new(nameof(IsEnabled), 9),
        new(nameof(IsPreferred), 11),
        new(nameof(Flags), 8),
        new(nameof(Major), 5),
        new(nameof(Minor), 5));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<KernelConsole>.NameOf(KernelConsole row) => row.Name;

    /// <inheritdoc/>
    public static KernelConsole? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int open = line.IndexOf((byte)'(');
        int close = open < 0 ? -1 : open + line[open..].IndexOf((byte)')');
        if (open < 0 || close < open)
        {
            return null;
        }

        var words = new FieldScanner(line[..open]);
        ReadOnlySpan<byte> name = words.Next();
        ReadOnlySpan<byte> device = Value.Trim(line[(close + 1)..]);
        (int? major, int? minor) = (null, null);
        bool isOdd = !device.IsEmpty && !TryDevice(device, out major, out minor);
        return name.IsEmpty ? null : new KernelConsole
        {
            Name = source.Intern(name),
            Abilities = source.Intern(words.Next()),
            Flags = source.Intern(line[(open + 1)..close]).Replace(" ", "", StringComparison.Ordinal),
            Major = major,
            Minor = minor,
            Unavailable = UnavailableFields.OfMissing(isOdd ? UnavailableReason.Malformed : null, (nameof(Major), major), (nameof(Minor), minor)),
        };
    }

    // "4:64"
    private static bool TryDevice(ReadOnlySpan<byte> text, out int? major, out int? minor)
    {
        int colon = text.IndexOf((byte)':');
        bool isMajor = Number.TryInt32(text[..Math.Max(colon, 0)], out int first);
        bool isMinor = Number.TryInt32(text[(colon + 1)..], out int second);
        (major, minor) = (isMajor ? first : null, isMinor ? second : null);
        return isMajor && isMinor;
    }
}
