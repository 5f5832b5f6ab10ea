using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>The clock that counts from boot, including suspended time.</summary>
internal static class BootClock
{
    private const int NanosecondsInTick = 100;

    /// <summary>The time since the machine was started.</summary>
    public static unsafe TimeSpan Now
    {
        get
        {
            long* time = stackalloc long[2];
            return Libc.clock_gettime(Libc.CLOCK_BOOTTIME, time) < 0
                ? TimeSpan.Zero
                : new TimeSpan((time[0] * TimeSpan.TicksPerSecond) + (time[1] / NanosecondsInTick));
        }
    }
}
