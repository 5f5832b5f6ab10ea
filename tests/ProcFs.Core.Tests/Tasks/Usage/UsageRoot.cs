using ProcFs.Fixtures;

namespace ProcFs.Usage;

/// <summary>A /proc whose counters a test sets, and advances between two rounds.</summary>
internal sealed class UsageRoot : TemporaryRoot
{
    public const int TicksPerSecond = 100;

    public UsageRoot()
    {
        Write("stat", "cpu 1\nbtime 1700000000\n");
        Write("meminfo", "MemTotal:     1000 kB\n");
        Write("sys/kernel/task_delayacct", "1\n");
        Uptime(100);
    }

    public UsageRoot Uptime(int seconds)
    {
        Write("uptime", $"{seconds}.00 1.00\n");
        return this;
    }

    /// <summary>A process with one thread, or with several whose counters <see cref="Task"/> sets.</summary>
    public UsageRoot Process(int id, Counters counters, ulong start = 500, int threads = 1)
    {
        WriteTask($"{id}", id, "worker", counters, start, threads);
        return Task(id, id, counters, start, threads);
    }

    public UsageRoot Task(int id, int threadId, Counters counters, ulong start = 500, int threads = 2)
    {
        WriteTask($"{id}/task/{threadId}", threadId, threadId == id ? "worker" : "helper", counters, start, threads);
        return this;
    }

    public void Remove(string relative) => System.IO.Directory.Delete(PathOf(relative), recursive: true);

    private void WriteTask(string folder, int id, string name, Counters counters, ulong start, int threads)
    {
        Write($"{folder}/stat", $"{id} ({name}) S 1 {id} {id} 0 -1 4194304 {counters.MinorFaults} 0 {counters.MajorFaults} 0 {counters.User} {counters.System} 0 0 20 0 "
            + $"{threads} 0 {start} 8192000 300 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 3 0 0 {counters.BlockIo} {counters.Guest} 0 0 0 0 0 0 0 0 0\n");
        Write($"{folder}/comm", $"{name}\n");
        Write($"{folder}/schedstat", $"1 {counters.Wait} 5\n");
        Write($"{folder}/io", $"rchar: 1\nwchar: 1\nsyscr: 1\nsyscw: 1\nread_bytes: {counters.Read}\nwrite_bytes: {counters.Written}\ncancelled_write_bytes: {counters.Cancelled}\n");
        Write($"{folder}/status", $"Name:\t{name}\nVmSize:\t     200 kB\nVmRSS:\t     100 kB\nThreads:\t{threads}\n"
            + $"voluntary_ctxt_switches:\t{counters.Voluntary}\nnonvoluntary_ctxt_switches:\t{counters.Involuntary}\n");
    }

    internal sealed record Counters
    {
        public ulong User { get; init; }

        public ulong System { get; init; }

        public ulong Guest { get; init; }

        public ulong Wait { get; init; }

        public ulong BlockIo { get; init; }

        public ulong MinorFaults { get; init; }

        public ulong MajorFaults { get; init; }

        public ulong Read { get; init; }

        public ulong Written { get; init; }

        public ulong Cancelled { get; init; }

        public ulong Voluntary { get; init; }

        public ulong Involuntary { get; init; }
    }
}
