using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/asound/modules</c>: the module of a sound card. Source: snd_card_module_info_read() of sound/core/init.c.</summary>
public sealed class SoundModule : ILine<SoundModule>, IRow<SoundModule>
{
    private SoundModule()
    {
    }

    /// <summary>The number of the card.</summary>
    public required int Card { get; init; }

    /// <summary>The module: <c>snd_hda_intel</c>.</summary>
    public required string Module { get; init; }

    static string ILine<SoundModule>.Form => "a number and a module";

    internal static View View => new(
        typeof(SoundModule),
        new(nameof(Card), 5),
        new(nameof(Module)));

    /// <summary>The number and the module.</summary>
    public override string ToString() => DisplayText.Escape($"{Card} {Module}");

    static string IRow<SoundModule>.NameOf(SoundModule row) => $"card{row.Card}";

    /// <inheritdoc/>
    public static SoundModule? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        bool isCard = words.TryInt32(out int card);
        ReadOnlySpan<byte> module = words.Next();
        return isCard && !module.IsEmpty ? new SoundModule { Card = card, Module = source.Intern(module) } : null;
    }
}
