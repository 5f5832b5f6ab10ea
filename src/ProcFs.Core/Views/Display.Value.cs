using System.Collections;
using System.Globalization;

namespace ProcFs.Views;

/// <summary>Values of any type, by unit.</summary>
public static partial class Display
{
    /// <summary>A human-readable value, safe to show.</summary>
    /// <param name="value">The value, of the type of its property.</param>
    /// <param name="unit">The unit.</param>
    public static string Value(object? value, Unit unit) => unit switch
    {
        _ when value is null => "",
        Unit.Bytes when value is long or int or uint or ulong or short or ushort or byte => Size(Whole(value)),
        Unit.Bytes when value is IDictionary nodes => Nodes(nodes),
        Unit.BytesPerSecond when value is long speed => Speed(speed),
        Unit.BytesPerSecond when value is double speed => Bytes(speed),
        Unit.PerSecond when value is double rate => Rate(rate),
        Unit.Percent when value is double percent => Percent(percent),
        Unit.Address when IsNumber(value) => Address(Bits(value)),
        Unit.Hex when IsNumber(value) => Bits(value).ToString("x", CultureInfo.InvariantCulture),
        Unit.Octal when IsNumber(value) => Octal((long)Bits(value)),
        Unit.Mode when IsNumber(value) => Convert.ToString((long)Bits(value), 8).PadLeft(4, '0'),
        Unit.Duration when value is TimeSpan span => Duration(span),
        Unit.TimeLeft when value is TimeSpan span => Left(span),
        Unit.Arguments when value is IEnumerable arguments and not string => Arguments([.. arguments.Cast<object>().Select(argument => $"{argument}")]),
        Unit.Address or Unit.Hex when value is IEnumerable numbers and not string =>
            string.Join(", ", numbers.Cast<object>().Select(number => $"0x{Bits(number):x}")),
        _ => Plain(value),
    };

    private static string Plain(object value) => value switch
    {
        string text => Text(text),
        Enum name => name.ToString(),
        DateTimeOffset time => Time(time),
        TimeSpan span => Span(span),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        IDictionary fields when IsReasons(fields) => Unavailable(fields),
        IEnumerable<KeyValuePair<string, string>> pairs => Pairs(pairs),
        IDictionary fields => Pairs(fields.Keys.Cast<object>().Select(key => KeyValuePair.Create($"{key}", $"{fields[key]}"))),
        IEnumerable values => List(values),
        IFormattable number => Text(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(value.ToString()),
    };

    private static bool IsReasons(IDictionary fields) => fields is IReadOnlyDictionary<string, UnavailableReason>;

    private static bool IsNumber(object value) => value is long or ulong or int or uint or short or ushort or byte;

    private static decimal? Whole(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static ulong Bits(object value) => value switch
    {
        ulong bits => bits,
        int bits => (uint)bits,
        _ => (ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
