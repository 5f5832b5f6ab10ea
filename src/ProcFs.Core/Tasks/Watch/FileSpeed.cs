using System.Diagnostics;

namespace ProcFs;

/// <summary>The speed of a position: the distance and the time, both of which decay over about one second.</summary>
internal struct FileSpeed
{
    private const double Memory = 1;

    private long _last;
    private double _bytes;
    private double _seconds;

    /// <summary>Bytes per second; null if nothing is known yet.</summary>
    public readonly double? BytesPerSecond => _seconds > 0 ? _bytes / _seconds : null;

    /// <summary>Resets it, at a time of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public void Restart(long time)
    {
        _last = time;
        _bytes = 0;
        _seconds = 0;
    }

    /// <summary>Adds the distance that the position has moved since the last time, which can be zero.</summary>
    public void Add(long bytes, long time)
    {
        double elapsed = Stopwatch.GetElapsedTime(_last, time).TotalSeconds;
        double kept = Math.Exp(-elapsed / Memory);
        _bytes = (_bytes * kept) + bytes;
        _seconds = (_seconds * kept) + elapsed;
        _last = time;
    }
}
