using System.Globalization;

namespace ProcFs.Formatting;

/// <summary>What the views show of usage and waiting.</summary>
public static class UsageDisplay
{
    /// <summary>The time of a round, as a header of its rows.</summary>
    public static string Round(DateTime? time) =>
        time is { } value ? $"    {value.ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture)}" : "";

    /// <summary>A percentage with one place.</summary>
    public static string Percent(double? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number a second: whole, with one place where it is small.</summary>
    public static string Rate(double? rate) => rate?.ToString(rate is >= 10 or 0 ? "0" : "0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Bytes a second in the unit that suits.</summary>
    public static string Bytes(double? rate) => rate is { } value ? Display.Size((long)Math.Min(Math.Round(value), long.MaxValue / 2)) : "";

    /// <summary>The name of a row: the thread's own, or that of the process.</summary>
    public static string Name(string? processName, string? threadName) => Display.Text(string.IsNullOrEmpty(threadName) ? processName : threadName);

    /// <summary>A system call, its arguments, and what its descriptor leads to: <c>read(3&lt;pipe:[33590]&gt;, 0x7ffd20, 0x1000)</c>, as strace -y has it.</summary>
    public static string Call(bool isRunning, string? name, int? number, ulong[]? arguments, int? descriptor, string? target)
    {
        string call = Display.Call(isRunning, name, number, arguments);
        if (descriptor is null || string.IsNullOrEmpty(target))
        {
            return call;
        }

        int start = call.IndexOf('(', StringComparison.Ordinal) + 1;
        int end = call.IndexOfAny([',', ')'], start);
        return $"{call[..start]}{descriptor}<{Display.Text(target)}>{call[end..]}";
    }

    /// <summary>Registers in hexadecimal, with commas between them.</summary>
    public static string Arguments(ulong[]? arguments) => arguments is null ? "" : string.Join(", ", arguments.Select(value => $"0x{value:x}"));

    /// <summary>The frames of a stack, a line each.</summary>
    public static string Frames(System.Collections.IEnumerable? frames) =>
        frames is null ? "" : string.Join('\n', frames.Cast<object>().Select(frame => Display.Text(frame.ToString())));
}
