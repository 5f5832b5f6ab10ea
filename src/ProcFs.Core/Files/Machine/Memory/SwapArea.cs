using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a row of <c>/proc/swaps</c>: a swap area in use. Source: proc_swaps(5), swap_show() of mm/swapfile.c.</summary>
[Fields]
public sealed partial class SwapArea : ITable<SwapArea>
{
    private SwapArea()
    {
    }

    /// <summary>The device or file.</summary>
    [Key("Filename", Parser = nameof(TryPath)), Unit(Unit.Path)] public string Target { get; private set; } = "";

    /// <summary>Whether the name of the file is gone while it is swapped to.</summary>
    [Key("Filename", Parser = nameof(TryDeleted))] public bool IsDeleted { get; private set; }

    /// <summary>What it is: <c>partition</c> for any device, <c>file</c>.</summary>
    [Key("Type")] public string? Type { get; private set; }

    /// <summary>Its size in bytes, without the page that describes it.</summary>
    [Key("Size", Scale.BareKiB)] public long? Size { get; private set; }

    /// <summary>What is swapped out to it, in bytes.</summary>
    [Key("Used", Scale.BareKiB)] public long? Used { get; private set; }

    /// <summary>The kernel swaps to the area with the highest number first; those with the same take turns.</summary>
    [Key("Priority")] public int? Priority { get; private set; }

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SwapArea),
        new(nameof(Type), 9),
        new(nameof(Size), 9),
        new(nameof(Used), 9),
        new(nameof(Priority), 8),
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>The path.</summary>
    public override string ToString() => DisplayText.Escape(Target);

    static string IRow<SwapArea>.NameOf(SwapArea row) => row.Target[(row.Target.LastIndexOf('/') + 1)..];

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SwapArea, bool> emit) => HeaderedLines.Read(source, static _ => new SwapArea(), emit);

    private static bool TryPath(ReadOnlySpan<byte> value, ProcSource source, out string path)
    {
        path = source.Intern(DeletedSuffix.Strip(Decode(value)));
        return true;
    }

    private static bool TryDeleted(ReadOnlySpan<byte> value, ProcSource source, out bool isDeleted)
    {
        isDeleted = DeletedSuffix.IsAtEndOf(Decode(value));
        return true;
    }

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value) => OctalEscapes.Decode(value, " \t\n\\"u8);
}
