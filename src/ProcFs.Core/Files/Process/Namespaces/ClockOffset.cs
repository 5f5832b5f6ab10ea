using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/timens_offsets</c>: the offset of a clock between the time namespace of the process's children and the initial one.
/// Source: time_namespaces(7), kernel/time/namespace.c.
/// </summary>
public sealed class ClockOffset : ILine<ClockOffset>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    /// <inheritdoc/>
    public static string Form => "a clock, seconds and nanoseconds";

    private ClockOffset()
    {
    }

    /// <summary>The process whose children are in the namespace.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of that process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The clock: <c>monotonic</c> or <c>boottime</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>The offset, to a tenth of a microsecond.</summary>
    public TimeSpan Offset => new((Seconds * TimeSpan.TicksPerSecond) + (Nanoseconds / TimeSpan.NanosecondsPerTick));

    /// <summary>The seconds of the exact offset, which can be negative.</summary>
    public required long Seconds { get; init; }

    /// <summary>The nanoseconds of the exact offset, added to the seconds, 0 to 999999999.</summary>
    public required int Nanoseconds { get; init; }

    internal static View View => new(
        typeof(ClockOffset),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Clock), 12),
        new(nameof(Offset), 20));

    /// <summary>The line, in the format that the file accepts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Clock} {Seconds} {Nanoseconds}");

    /// <inheritdoc/>
    public static ClockOffset? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        ReadOnlySpan<byte> clock = fields.Next();

        // The kernel accepts no offset of more than 146 years, so that the product stays in range.
        const long Most = long.MaxValue / TimeSpan.TicksPerSecond / 2;
        if (!fields.TryInt64(out long seconds) || seconds is < -Most or > Most || !fields.TryInt32(out int nanoseconds) || !fields.Next().IsEmpty)
        {
            return null;
        }

        return new ClockOffset
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Clock = source.Intern(clock),
            Seconds = seconds,
            Nanoseconds = nanoseconds,
        };
    }
}
