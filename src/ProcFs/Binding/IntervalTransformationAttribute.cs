using System.Globalization;
using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>Accepts a time span as users write it: a number is in seconds, for which PowerShell would use ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IntervalTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return plain switch
        {
            TimeSpan span => span,
            int or long or uint or ulong or short or byte or double or float or decimal =>
                OfSeconds(Convert.ToDouble(plain, CultureInfo.InvariantCulture), plain),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => OfSeconds(seconds, text),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
            _ => throw RefusedArgument.Of($"\"{plain}\" is not an interval: expected seconds, or a time span such as 0:0:0.1."),
        };
    }

    private static TimeSpan OfSeconds(double seconds, object value) => Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds / 2
        ? TimeSpan.FromSeconds(seconds)
        : throw RefusedArgument.Of($"{value} is not an interval: it is too long for a time span.");
}
