using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/bus/input/handlers</c>: a handler of input events. Source: input_handlers_seq_show() of drivers/input/input.c.</summary>
[Fields]
public sealed partial class InputHandler : ILine<InputHandler>, IRow<InputHandler>
{
    private InputHandler()
    {
    }

    /// <summary>The position in the list.</summary>
    [Key("Number")] public int? Number { get; private set; }

    /// <summary>The name: <c>kbd</c>, <c>evdev</c>.</summary>
    [Key("Name")] public string Name { get; private set; } = "";

    /// <summary>The first minor number; null if it has none.</summary>
    [Key("Minor")] public int? FirstMinor { get; private set; }

    /// <summary>Whether it can filter events for other handlers.</summary>
    public bool IsFilter { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<InputHandler>.Form => "N:, a number and a name";

    internal static View View => new(
        typeof(InputHandler),
        new(nameof(Number), 6),
        new(nameof(Name), 16),
        new(nameof(FirstMinor), 10),
        new(nameof(IsFilter), 8));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<InputHandler>.NameOf(InputHandler row) => row.Name;

    /// <inheritdoc/>
    public static InputHandler? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        if (!words.Next().SequenceEqual("N:"u8))
        {
            return null;
        }

        var handler = new InputHandler();
        KeyTable keys = ((IFields)handler).Keys;
        int expected = 0;
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            handler.IsFilter |= word.SequenceEqual("(filter)"u8);
            _ = KeyValues.TryReadLine(word, handler, in keys, ref expected, source, (byte)'=');
        }

        return ((IFields)handler).IsWhole ? handler : null;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
