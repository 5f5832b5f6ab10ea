namespace ProcFs.Usage;

/// <summary>The difference between two samples of a process or thread. Without a first sample, it started in between, and all its counts are included.</summary>
internal sealed class UsageDifference(UsageSample? first, UsageSample second, TimeSpan interval, SystemFacts facts)
{
    private const ulong NanosecondsPerTimeSpanTick = 100;

    public double PercentOfTicks(Func<UsageSample, ulong> counter) => Percent(facts.FromTicks(Increase(first is null ? 0 : counter(first), counter(second))));

    /// <summary>The percentage of the interval that its threads, taken together, waited for a CPU.</summary>
    public double? WaitPercent() =>
        OfTasks(task => task.WaitTime) is { } nanoseconds ? Percent(new TimeSpan((long)(nanoseconds / NanosecondsPerTimeSpanTick))) : null;

    public TimeSpan? BlockIoDelay() => OfTasks(task => task.BlockIoTicks) is { } ticks ? facts.FromTicks(ticks) : null;

    public double PerSecond(Func<UsageSample, ulong> counter) => Increase(first is null ? 0 : counter(first), counter(second)) / interval.TotalSeconds;

    /// <summary>A rate of a value that may be unreadable; null if it is missing in one of the samples.</summary>
    public double? PerSecond(Func<UsageSample, ulong?> counter) =>
        counter(second) is { } end && (first is null ? 0 : counter(first)) is { } start ? Increase(start, end) / interval.TotalSeconds : null;

    /// <summary>A rate of a value that is counted per thread.</summary>
    public double? TasksPerSecond(Func<TaskCounters, ulong?> counter) => OfTasks(counter) / interval.TotalSeconds;

    // Counts of a thread that ended between the samples are lost; those of a thread that started in between are included from its start.
    private ulong? OfTasks(Func<TaskCounters, ulong?> counter)
    {
        ulong? sum = null;
        int next = 0;
        TaskCounters[] before = first?.Tasks ?? [];
        foreach (TaskCounters task in second.Tasks)
        {
            while (next < before.Length && before[next].ThreadId < task.ThreadId)
            {
                next++;
            }

            bool isKnown = next < before.Length && before[next].ThreadId == task.ThreadId;
            if (counter(task) is { } end)
            {
                sum = (sum ?? 0) + Increase(isKnown ? counter(before[next]) ?? 0 : 0, end);
            }
        }

        return sum;
    }

    // A counter can decrease slightly, because the times of several CPUs are added with rounding.
    private static ulong Increase(ulong start, ulong end) => end > start ? end - start : 0;

    private double Percent(TimeSpan time) => 100 * (time / interval);
}
