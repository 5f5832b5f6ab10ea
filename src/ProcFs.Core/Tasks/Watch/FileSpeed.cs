using System.Diagnostics;

namespace ProcFs;

/// <summary>How fast a position moves: what was moved and the time it took, both of which are forgotten over about a second.</summary>
internal struct FileSpeed
{
    private const double Memory = 1;

    private long _last;
    private double _bytes;
    private double _seconds;

    /// <summary>Bytes a second; null where nothing is known yet.</summary>
    public readonly double? BytesPerSecond => _seconds > 0 ? _bytes / _seconds : null;

    /// <summary>Forgets what was, at a time of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public void Restart(long time)
    {
        _last = time;
        _bytes = 0;
        _seconds = 0;
    }

    /// <summary>Takes in how far the position has moved since the last time, which may be not at all.</summary>
    public void Add(long bytes, long time)
    {
        double elapsed = Stopwatch.GetElapsedTime(_last, time).TotalSeconds;
        double kept = Math.Exp(-elapsed / Memory);
        _bytes = (_bytes * kept) + bytes;
        _seconds = (_seconds * kept) + elapsed;
        _last = time;
    }
}
