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

    /// <summary>Whether the file was deleted while it is used for swap.</summary>
    [Key("Filename", Parser = nameof(TryDeleted))] public bool IsDeleted { get; private set; }

    /// <summary>The type: <c>partition</c> for any device, <c>file</c>.</summary>
    [Key("Type")] public string? Type { get; private set; }

    /// <summary>The size in bytes, without the header page.</summary>
    [Key("Size", Scale.BareKiB)] public long? Size { get; private set; }

    /// <summary>The swapped-out memory on it, in bytes.</summary>
    [Key("Used", Scale.BareKiB)] public long? Used { get; private set; }

    /// <summary>The priority: areas with the highest one are used first, and areas with the same one alternate.</summary>
    [Key("Priority")] public int? Priority { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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
