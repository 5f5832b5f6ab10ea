using System.Collections;
using System.Globalization;
using ProcFs.Text;

namespace ProcFs.Views;

/// <summary>Cells made from several properties, in the order in which the column names them.</summary>
internal static class Cells
{
    /// <summary>The width of a column with a bar of its own, and its number.</summary>
    public const int BarWidth = Display.BarLength + 6;

    public const int MemoryBarWidth = MemoryBarLength + 6;

    public const int CpuBarWidth = CpuBarLength + 6;

    public const int StallWidth = Display.BarLength + 21;

    public const int CpusLength = 39;

    private const int MemoryBarLength = 20;
    private const int CpuBarLength = 20;

    public static Func<object?[], string> Target { get; } = values => Display.Target(Text(values[0]), values[1] is true);

    public static Func<object?[], string> Rights { get; } = values =>
        values[0] is MappingProtection protection ? Display.Rights(protection, values[1] is true) : Display.Text(Text(values[0]));

    public static Func<object?[], string> CommandLine { get; } = values => values is [null, null] ? "" : Display.CommandLine(Texts(values[0]), Text(values[1]));

    public static Func<object?[], string> Variable { get; } = values => values[0] is null ? "" : Display.Text(Credentials.MaskValue($"{values[1]}", $"{values[0]}"));

    public static Func<object?[], string> Branch { get; } = values => $"{Text(values[2])}{Display.CommandLine(Texts(values[0]), Text(values[1]))}";

    public static Func<object?[], string> Numa { get; } = values =>
        Display.Numa(Text(values[0]), values[1] is true, values[2] is true, values[3] is true);

    public static Func<object?[], string> Auxiliary { get; } = values =>
        values is [ulong value, ulong type] ? Display.Auxiliary(type, value) : Display.Value(values[0], Unit.None);

    public static Func<object?[], string> Controllers { get; } = values => Display.Controllers(Texts(values[0]), Text(values[1]));

    public static Func<object?[], string> Limit { get; } = values => Display.Limit(values[0] as ulong?, Text(values[1]));

    public static Func<object?[], string> Used { get; } = values => Display.Used(values[0] as long?, Text(values[1]));

    public static Func<object?[], string> Call { get; } = values =>
        Display.Call(values[3] is true, Text(values[0]), values[1] as int?, values[2] as ulong[]);

    public static Func<object?[], string> CallWithTarget { get; } = values =>
        Display.Call(values[3] is true, Text(values[0]), values[1] as int?, values[2] as ulong[], values[4] as int?, Text(values[5]));

    public static Func<object?[], string> Place { get; } = values =>
        Display.Place(Text(values[0]), values[1] as long?, values[2] as long?, values[3] as ulong?);

    public static Func<object?[], string> SymbolPlace { get; } = values => values[0] is null
        ? ""
        : $"{Display.Text(Text(values[0]))}+0x{Convert.ToUInt64(values[1], CultureInfo.InvariantCulture):x}";

    public static Func<object?[], string> Parameter { get; } = values => Display.Parameter(values[0], Text(values[1]));

    public static Func<object?[], string> Position { get; } = values => Display.Position(values[0] as long?, values[1] as double?);

    public static Func<object?[], string> Swap { get; } = values => values[0] is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{values[1]}:{values[0]:x}");

    public static Func<object?[], string> Name { get; } = values =>
        Display.Text(Text(values[0]) is { Length: > 0 } thread ? thread : Text(values[1]));

    public static Func<object?[], string> Entry { get; } = values => Display.Entry(Text(values[0]), values[1] is true);

    // Nothing is kept of a file that was not written.
    public static Func<object?[], string> Kept { get; } = values => values[2] is null ? "" : Display.Kept(values[0] is true, Texts(values[1]));

    // The length of the copy or, if nothing was written, of the source.
    public static Func<object?[], string> CopyLength { get; } = values => Display.Size((values[1] is null ? values[2] : values[0]) as long?);

    public static Func<object?[], string> Clock { get; } = values => Display.Clock(values[0] as DateTimeOffset?);

    // "root > alice", if it has changed.
    public static Func<object?[], string> UserChange { get; } = values =>
        Text(values[1]) is { } before && before != Text(values[0]) ? $"{Display.Text(before)} > {Display.Text(Text(values[0]))}" : Display.Text(Text(values[0]));

    // The status, or the signal.
    public static Func<object?[], string> Exit { get; } = values => values[0] is { } code ? $"{code}" : Display.Text(Text(values[1]));

    // "0x0052e2c1", as ipcs(1) has it.
    public static Func<object?[], string> IpcKey { get; } = values => values[0] is int key ? $"0x{key:x8}" : "";

    public static Func<object?[], string> Indented { get; } = values =>
        new string(' ', 2 * Math.Min(values[1] as int? ?? 0, 20)) + Display.Text(Text(values[0]));

    // Port 0 stands for any, or for none.
    public static Func<object?[], string> EndPoint { get; } = values =>
        Text(values[0]) is { } text ? Display.Text(text.EndsWith(":0", StringComparison.Ordinal) ? $"{text[..^1]}*" : text) : "";

    // What has no address has a name, or an inode.
    public static Func<object?[], string> SocketEnd { get; } = values => values switch
    {
        [{ }, ..] => EndPoint(values),
        [_, string name, ..] => Display.Text(name),
        [.., { } inode] => $"* {inode}",
        _ => "",
    };

    // "4242/nginx +3": the first, and how many processes more.
    public static Func<object?[], string> Owners { get; } = values => Texts(values[0]) switch
    {
        null or [] => "",
        var owners => Display.Owners([.. owners.Select(owner => owner.Split(' ', 2)).Select(parts => (parts[0].Split(':')[0], parts.Length > 1 ? parts[1] : ""))]),
    };

    // "anon_inode:[eventpoll]  3 targets"
    public static Func<object?[], string> TargetWithSummary { get; } = values =>
        $"{Display.Target(Text(values[0]), values[1] is true)}  {Display.Text(Text(values[2]))}".TrimEnd();

    // "3", or "cwd" for a file that is not open as a descriptor.
    public static Func<object?[], string> DescriptorOrUse { get; } = values =>
        Display.Use(values[0] as int?, Enum.TryParse(Text(values[1]), out FileUse use) ? use : FileUse.Descriptor);

    // "r", "w", "u" for both, as lsof(8) has it.
    public static Func<object?[], string> Access { get; } = values => Text(values[0]) switch
    {
        nameof(FileDescriptorAccess.Read) => "r",
        nameof(FileDescriptorAccess.Write) => "w",
        nameof(FileDescriptorAccess.ReadWrite) => "u",
        _ => "",
    };

    // A percentage, as a bar with its number.
    public static Func<object?[], string> Bar { get; } = values => Display.Bar(values[0] as double?);

    // The averages of a stalled resource. An object from elsewhere has their text alone.
    public static Func<object?[], string> Stall { get; } = values =>
        values[0] is PressureStall stall ? Display.Averages(stall.Avg10, stall.Avg60, stall.Avg300) : Display.Text(Text(values[0]));

    // Used memory, then that which programs could have but the page cache holds.
    public static Func<object?[], string> MemoryBar { get; } = values => Display.Bar(
        values[0] as double?,
        MemoryBarLength,
        values[0] as double?,
        values is [_, long total and > 0, long free, long available] ? Math.Max(available - free, 0) * 100.0 / total : null);

    // User mode, the kernel, and waiting for I/O.
    public static Func<object?[], string> CpuBar { get; } = values => Display.Bar(
        values[0] as double?,
        CpuBarLength,
        (values[1] as double? ?? 0) + (values[2] as double? ?? 0),
        (values[0] as double?) - (values[1] as double? ?? 0) - (values[2] as double? ?? 0),
        values[3] as double?);

    public static Func<object?[], string> Cpus { get; } = values => values[0] is IDictionary counts
        ? Display.Cpus([.. counts.Keys.Cast<object>().OrderBy(Whole).Select(cpu => Whole(counts[cpu]))], CpusLength)
        : "";

    private static long Whole(object? number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static string? Text(object? value) => value?.ToString();

    private static string[]? Texts(object? value) => value switch
    {
        null => null,
        string[] texts => texts,
        IEnumerable values and not string => [.. values.Cast<object?>().Select(item => $"{item}")],
        _ => [$"{value}"],
    };
}
