using System.Globalization;
using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>
/// Accepts a time span with a unit: 500ns, 50us, 1ms, 0.5s. A number without a unit would be ticks or days for the engine, and nanoseconds for the kernel: it is
/// refused, except for 0.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimerSlackTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly (string Unit, decimal Nanoseconds)[] s_units = [("ns", 1), ("us", 1e3m), ("µs", 1e3m), ("ms", 1e6m), ("s", 1e9m)];

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return data switch
        {
            TimeSpan span => span,

            // For the engine, 50us and 1s are numbers with type suffixes; it keeps the typed text.
            IConvertible => Parse(LanguagePrimitives.ConvertTo<string>(inputData).Trim()),
            _ => inputData,
        };
    }

    private static TimeSpan Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        foreach ((string unit, decimal factor) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && decimal.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal count))
            {
                return Of(count * factor, text);
            }
        }

        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            ? span
            : throw RefusedArgument.Of($"\"{text}\" is not a time span with a unit, such as 500ns, 50us, 1ms or 0.5s.");
    }

    private static TimeSpan Of(decimal nanoseconds, string text)
    {
        decimal ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        return ticks == decimal.Truncate(ticks) && Math.Abs(ticks) <= long.MaxValue
            ? new TimeSpan((long)ticks)
            : throw RefusedArgument.Of($"\"{text}\" is not a multiple of 100 ns, the resolution of a TimeSpan.");
    }
}
