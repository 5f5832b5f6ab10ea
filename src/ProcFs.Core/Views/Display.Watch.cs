using System.Globalization;

namespace ProcFs.Views;

/// <summary>The display of a moving position.</summary>
public static partial class Display
{
    /// <summary>The time of day, in the local time zone.</summary>
    public static string Clock(DateTimeOffset? time) =>
        time is { } value ? value.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>A position in a file: the percentage if it is known, otherwise the number of bytes. Only the end is 100 %.</summary>
    public static string Position(long? position, double? percent) =>
        percent is { } share ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share):0} %") : Size(position);

    /// <summary>Bytes per second in a suitable unit: 412 MB/s.</summary>
    public static string Speed(long? bytesPerSecond) => bytesPerSecond is null ? "" : $"{Size(bytesPerSecond)}/s";

    /// <summary>Remaining time, in one unit: 2 s, 12 min, 30 h, 9 d.</summary>
    public static string Left(TimeSpan? span) => span is not { } value
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{value switch
        {
            { TotalSeconds: < 100 } => Math.Ceiling(value.TotalSeconds),
            { TotalMinutes: < 100 } => Math.Round(value.TotalMinutes),
            { TotalHours: < 48 } => Math.Round(value.TotalHours),
            _ => Math.Round(value.TotalDays),
        }:0} {value switch
        {
            { TotalSeconds: < 100 } => "s",
            { TotalMinutes: < 100 } => "min",
            { TotalHours: < 48 } => "h",
            _ => "d",
        }}");

    /// <summary>The progress through a file, in one line: <c>/home/user/a.iso 31 % of 4.2 GB, 412 MB/s</c>.</summary>
    public static string Progress(FdChange file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string position = Position(file.Position, file.Percent);
        string whole = file.Percent is null ? position : $"{position} of {Size(file.Size)}";
        return $"{Target(file.Target, file.IsDeleted)} {whole}, {(file.Speed is null ? "not advancing" : Speed(file.Speed))}";
    }
}
