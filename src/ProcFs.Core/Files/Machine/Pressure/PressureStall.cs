using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file in <c>/proc/pressure</c>: the percentage of time in which tasks were stalled. Source: psi_show() of kernel/sched/psi.c.
/// </summary>
[Fields]
public sealed partial class PressureStall
{
    private PressureStall()
    {
    }

    /// <summary>The average of the last ten seconds, in percent.</summary>
    [Key("avg10"), Unit(Unit.Percent)] public double? Avg10 { get; private set; }

    /// <summary>The average of the last minute, in percent.</summary>
    [Key("avg60"), Unit(Unit.Percent)] public double? Avg60 { get; private set; }

    /// <summary>The average of the last five minutes, in percent.</summary>
    [Key("avg300"), Unit(Unit.Percent)] public double? Avg300 { get; private set; }

    /// <summary>The total stall time since boot.</summary>
    [Key("total", Scale.Microseconds)] public TimeSpan? Total { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PressureStall),
        new(nameof(Avg10), 8),
        new(nameof(Avg60), 8),
        new(nameof(Avg300), 8),
        new(nameof(Total), 16));

    /// <summary>The three averages: <c>0.25 %, 0.31 %, 0.02 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Avg10:f2} %, {Avg60:f2} %, {Avg300:f2} %");

    /// <summary>Parses "avg10=0.00 avg60=0.00 avg300=0.00 total=0".</summary>
    internal static PressureStall Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var stall = new PressureStall();
        KeyTable keys = ((IFields)stall).Keys;
        int expected = 0;
        var words = new FieldScanner(text);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!KeyValues.TryReadLine(word, stall, in keys, ref expected, source, (byte)'='))
            {
                ((IFields)stall).Keep(word, default, source);
            }
        }

        return stall;
    }

    internal string TenSeconds() => string.Create(CultureInfo.InvariantCulture, $"{Avg10:f2} %");
}
