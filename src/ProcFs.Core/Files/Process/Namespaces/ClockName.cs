namespace ProcFs;

/// <summary>The names of clocks by number (clock_getres(2), include/uapi/linux/time.h).</summary>
internal static class ClockName
{
    // Clocks of a process, a thread or a descriptor have negative numbers: the inverted id of the owner above three bits for the kind.
    private const int KindBits = 3;
    private const int DescriptorKind = 3;
    private const int ThreadBit = 4;

    private const int ProcessClock = 2;
    private const int ThreadClock = 3;

    private static readonly string?[] s_names =
    [
        "CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_MONOTONIC_RAW",
        "CLOCK_REALTIME_COARSE", "CLOCK_MONOTONIC_COARSE", "CLOCK_BOOTTIME", "CLOCK_REALTIME_ALARM", "CLOCK_BOOTTIME_ALARM", null,
        "CLOCK_TAI",
    ];

    /// <summary>The name, or the number if there is none.</summary>
    public static string Of(int id)
    {
        if (id >= 0)
        {
            return id < s_names.Length && s_names[id] is { } name ? name : $"{id}";
        }

        int owner = ~(id >> KindBits);
        int kind = id & ((1 << KindBits) - 1);
        if (kind == DescriptorKind)
        {
            return $"clock of descriptor {owner}";
        }

        bool isThread = (kind & ThreadBit) != 0;
        return (owner, isThread) switch
        {
            (0, false) => s_names[ProcessClock]!,
            (0, true) => s_names[ThreadClock]!,
            _ => $"CPU time of {(isThread ? "thread" : "process")} {owner}",
        };
    }
}
