using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>
/// Reads what the kernel has counted for a process: <c>stat</c>, <c>io</c>, <c>status</c> and <c>schedstat</c>, and of one with several threads the last two of
/// each thread.
/// </summary>
/// <param name="includesThreads">Whether each thread is read as a whole too.</param>
/// <param name="countsBlockIo">Whether the kernel keeps an account of what storage delays.</param>
internal sealed class UsageReader(bool includesThreads, bool countsBlockIo)
{
    /// <summary>Hands over the process and, where they are asked for, its threads; the error and nothing where it ends meanwhile.</summary>
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
            if (thread is not null && thread.Read("status\0"u8, out ReadOnlySpan<byte> status) == Errno.None)
            {
                tasks.Add(TaskCounters.Read(thread, threadId, countsBlockIo, status));
            }
        }

        return [.. tasks];
    }

    // A first thread that has exited has no memory any more; the process has.
    private static void ReadSizesOfLivingThread(ProcessDirectory process, UsageSample sample)
    {
        if (sample.ResidentSize is null && process.OpenLivingThread() is { } thread)
        {
            using (thread)
            {
                _ = thread.Read("status\0"u8, out ReadOnlySpan<byte> status);
                sample.VirtualSize = KeyedValue.Size(status, "VmSize:"u8);
                sample.ResidentSize = KeyedValue.Size(status, "VmRSS:"u8);
            }
        }
    }

    // Every kernel has stat and status: where one of them cannot be read, the task has ended.
    private Errno TryReadTask(ProcessDirectory task, string? processName, out UsageSample? sample)
    {
        sample = null;
        long start = Stopwatch.GetTimestamp();
        Errno error = task.Read("stat\0"u8, out ReadOnlySpan<byte> text);
        if (error != Errno.None)
        {
            return error;
        }

        if (!StatLine.TryParse(text, out StatLine line) || !StatNumbers.TryParse(line.Numbers, task.Root.Facts, out StatNumbers stat))
        {
            throw new ProcSource(task, "stat").Malformed(1, text.TrimEnd((byte)'\n'), "the fields of a stat line");
        }

        string name = ProcessIdentity.NameOf(task, line.Comm, ((ProcessFlags)stat.UInt64(StatLine.Flags)).HasFlag(ProcessFlags.KernelThread));
        var io = IoCounters.Read(task);
        error = task.Read("status\0"u8, out ReadOnlySpan<byte> status);
        if (error != Errno.None)
        {
            return error;
        }

        bool isThread = task.ThreadId is not null;
        sample = new UsageSample
        {
            ProcessId = task.ProcessId,
            ThreadId = task.ThreadId,
            ProcessName = processName ?? name,
            ThreadName = isThread ? name : null,
            StartTicks = stat.UInt64(StatLine.StartTime),
            UserTicks = stat.UInt64(14),
            SystemTicks = stat.UInt64(15),
            GuestTicks = stat.UInt64(43),
            MinorFaults = stat.UInt64(10),
            MajorFaults = stat.UInt64(12),
            Processor = stat.OptionalInt32(39),
            Threads = stat.Int32(StatLine.Threads),
            VirtualSize = isThread ? null : KeyedValue.Size(status, "VmSize:"u8),
            ResidentSize = isThread ? null : KeyedValue.Size(status, "VmRSS:"u8),
            Io = io,
            Tasks = [TaskCounters.Read(task, task.ThreadId ?? task.ProcessId, countsBlockIo, status)],
            Timestamp = start + ((Stopwatch.GetTimestamp() - start) / 2),
        };
        return Errno.None;
    }
}
