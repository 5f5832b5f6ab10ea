using System.Globalization;

namespace ProcFs.Views;

/// <summary>The display of usage and waiting.</summary>
public static partial class Display
{
    /// <summary>The time of a round of measurement.</summary>
    public static string Round(DateTimeOffset? time) =>
        time is { } value ? value.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture) : "";

    /// <summary>A percentage with one decimal.</summary>
    public static string Percent(double? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number per second: an integer, or with one decimal if it is small.</summary>
    public static string Rate(double? rate) => rate?.ToString(rate is >= 10 or 0 ? "0" : "0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Bytes per second in a suitable unit.</summary>
    public static string Bytes(double? rate) => rate is { } value ? Size((long)Math.Min(Math.Round(value), long.MaxValue / 2)) : "";

    /// <summary>A system call, its arguments, and the target of its descriptor: <c>read(3&lt;pipe:[33590]&gt;, 0x7ffd20, 0x1000)</c>, as in strace -y.</summary>
    public static string Call(bool isRunning, string? name, int? number, ulong[]? arguments, int? descriptor, string? target)
    {
        string call = Call(isRunning, name, number, arguments);
        if (descriptor is null || string.IsNullOrEmpty(target))
        {
            return call;
        }

        int start = call.IndexOf('(', StringComparison.Ordinal) + 1;
        int end = call.IndexOfAny([',', ')'], start);
        return $"{call[..start]}{descriptor}<{Text(target)}>{call[end..]}";
    }
}
