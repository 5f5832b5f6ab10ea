using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a row of <c>/proc/mtd</c>: a partition of flash memory. Source: mtd_proc_show() of drivers/mtd/mtdcore.c.</summary>
[Fields]
public sealed partial class FlashPartition : ITable<FlashPartition>
{
    private FlashPartition()
    {
    }

    /// <summary>The device: <c>mtd0</c>.</summary>
    [Key("dev:", Parser = nameof(TryDevice))] public string Device { get; private set; } = "";

    /// <summary>The size, in bytes.</summary>
    [Key("size", Scale.Hex), Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The erase size, in bytes.</summary>
    [Key("erasesize", Scale.Hex), Unit(Unit.Bytes)] public long? EraseSize { get; private set; }

    /// <summary>The name given by the board: <c>u-boot</c>.</summary>
    [Key("name", Parser = nameof(TryName), Exact = true)] public string? Name { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(FlashPartition),
        new(nameof(Device), 8),
        new(nameof(Size), 9),
        new(nameof(EraseSize), 9),
        new(nameof(Name)));

    /// <summary>The device and its name: <c>mtd0 u-boot</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device} {Name}".TrimEnd());

    static string IRow<FlashPartition>.NameOf(FlashPartition row) => row.Device;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<FlashPartition, bool> emit) =>
        HeaderedLines.Read(source, static _ => new FlashPartition(), emit);

    // "mtd0:"
    private static bool TryDevice(ReadOnlySpan<byte> value, ProcSource source, out string device)
    {
        device = source.Intern(value.TrimEnd((byte)':'));
        return device.Length > 0;
    }

    // In quotes; it may hold blanks.
    private static bool TryName(ReadOnlySpan<byte> value, ProcSource source, out string? name)
    {
        ReadOnlySpan<byte> text = Value.Trim(value);
        bool isQuoted = text is [(byte)'"', .., (byte)'"'];
        name = isQuoted ? source.Intern(text[1..^1]) : null;
        return isQuoted;
    }
}
