using System.Diagnostics;
using ProcFs.Grammar;
using ProcFs.Interop;

namespace ProcFs.Usage;

/// <summary>
/// Reads the counters of a process: <c>stat</c>, <c>io</c>, <c>status</c> and <c>schedstat</c>, and for several threads the last two of each thread.
/// </summary>
/// <param name="includesThreads">Whether all values of each thread are read too.</param>
/// <param name="countsBlockIo">Whether the kernel accounts block I/O delays.</param>
internal sealed class UsageReader(bool includesThreads, bool countsBlockIo)
{
    /// <summary>Passes on the process and, if requested, its threads; if it ends meanwhile, returns the error and passes on nothing.</summary>
    public Errno Read(ProcessDirectory process, Action<UsageSample> emit)
    {
        Errno error = TryReadTask(process, processName: null, out UsageSample? sample);
        if (sample is null)
        {
            return error;
        }

        List<UsageSample> threads = includesThreads ? ReadThreads(process, sample.ProcessName) : [];
        if (sample.Threads > 1)
        {
            sample.Tasks = includesThreads ? [.. threads.SelectMany(thread => thread.Tasks)] : ReadTasks(process);
            ReadSizesOfLivingThread(process, sample);
        }

        emit(sample);
        threads.ForEach(emit);
        return Errno.None;
    }

    private List<UsageSample> ReadThreads(ProcessDirectory process, string processName)
    {
        var threads = new List<UsageSample>();
        foreach (int threadId in process.ReadThreadIds(out _))
        {
            using ProcessDirectory? thread = process.OpenThread(threadId, out _);
            if (thread is not null && TryReadTask(thread, processName, out UsageSample? sample) == Errno.None)
            {
                threads.Add(sample!);
            }
        }

        return threads;
    }

    private TaskCounters[] ReadTasks(ProcessDirectory process)
    {
        var tasks = new List<TaskCounters>();
        foreach (int threadId in process.ReadThreadIds(out _))
        {
            using ProcessDirectory? thread = process.OpenThread(threadId, out _);
            if (thread is not null && thread.ReadRecord("status\0"u8, out ReadOnlySpan<byte> status) == Errno.None)
            {
                tasks.Add(TaskCounters.Read(thread, threadId, countsBlockIo, status));
            }
        }

        return [.. tasks];
    }

    // A first thread that has exited has no memory any more; the process does.
    private static void ReadSizesOfLivingThread(ProcessDirectory process, UsageSample sample)
    {
        if (sample.ResidentSize is null && process.OpenLivingThread() is { } thread)
        {
            using (thread)
            {
                _ = thread.ReadRecord("status\0"u8, out ReadOnlySpan<byte> status);
                SetSizes(sample, status);
            }
        }
    }

    // Every kernel has stat and status: if one of them cannot be read, the task has ended.
    private Errno TryReadTask(ProcessDirectory task, string? processName, out UsageSample? sample)
    {
        sample = null;
        long start = Stopwatch.GetTimestamp();
        Errno error = task.ReadRecord("stat\0"u8, out ReadOnlySpan<byte> text);
        if (error != Errno.None)
        {
            return error;
        }

        UsageSample read = OfStat(task, processName, text);
        read.Io = IoCounters.Read(task);
        error = task.ReadRecord("status\0"u8, out ReadOnlySpan<byte> status);
        if (error != Errno.None)
        {
            return error;
        }

        if (task.ThreadId is null)
        {
            SetSizes(read, status);
        }

        read.Tasks = [TaskCounters.Read(task, task.ThreadId ?? task.ProcessId, countsBlockIo, status)];
        read.Timestamp = start + ((Stopwatch.GetTimestamp() - start) / 2);
        sample = read;
        return Errno.None;
    }

    private static UsageSample OfStat(ProcessDirectory task, string? processName, ReadOnlySpan<byte> text)
    {
        var source = new ProcSource(task, "stat");
        if (StatLine.TryParse(text, out StatLine line))
        {
            string name = ProcessIdentity.NameOf(task, line.Comm, line.IsKernelThread);
            var sample = new UsageSample
            {
                ProcessId = task.ProcessId,
                ThreadId = task.ThreadId,
                ProcessName = processName ?? name,
                ThreadName = task.ThreadId is null ? null : name,
            };
            if (Lines.ReadFields(line.Numbers, sample, source, StatLine.FewestNumbers, StatLine.FirstNumber) && ((IFields)sample).IsWhole)
            {
                return sample;
            }
        }

        throw source.Malformed(1, text.TrimEnd((byte)'\n'), "the fields of a stat line");
    }

    private static void SetSizes(UsageSample sample, ReadOnlySpan<byte> status)
    {
        sample.VirtualSize = KeyValues.FindSize(status, "VmSize"u8);
        sample.ResidentSize = KeyValues.FindSize(status, "VmRSS"u8);
    }
}
