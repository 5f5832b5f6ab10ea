using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>Samples the selected processes round by round, and returns the differences between consecutive samples.</summary>
internal sealed class UsageRounds
{
    private readonly ProcessSelection _selection;
    private readonly UsageReader _reader;
    private readonly long? _memory;
    private readonly HashSet<string> _reported = [];

    // The identities of the processes that were named by id.
    private readonly Dictionary<int, ulong> _named = [];
    private Dictionary<(int ProcessId, int? ThreadId, ulong Start), UsageSample> _last = [];
    private UsageMoment? _moment;
    private MachineMoment? _machine;

    // The time of the last sample of the last round. The wait begins then, so that no two samples are closer than the interval.
    private long _end;

    public UsageRounds(ProcessSelection selection, bool includesThreads)
    {
        _selection = selection;
        var buffer = new ReadBuffer();
        ProcRoot root = selection.Root;
        _memory = root.TotalMemory;
        _reader = new UsageReader(includesThreads, CountsBlockIo(root, buffer));
    }

    /// <summary>
    /// Samples until <paramref name="count"/> rounds have been measured, or without a count until all named processes have ended. The first list has only the errors
    /// of the samples with which the first round begins.
    /// </summary>
    public IEnumerable<IReadOnlyList<Outcome<ProcessUsage>>> Run(TimeSpan interval, int? count, ReadSummary summary, UsageOrder order, CancellationToken cancellation)
    {
        for (int round = 0; count is null || round <= count; round++)
        {
            yield return [.. order.Apply(Next(round == 0 ? summary : new ReadSummary(), cancellation))];

            if (round == count || (_last.Count == 0 && !_selection.IsAll))
            {
                yield break;
            }

            Wait(interval - Stopwatch.GetElapsedTime(_end), cancellation);
        }
    }

    /// <summary>Takes the samples of one round; the first round returns no objects.</summary>
    /// <remarks>All samples are taken before the first object is returned, so that a slow consumer does not stretch the round.</remarks>
    public List<Outcome<ProcessUsage>> Next(ReadSummary summary, CancellationToken cancellation)
    {
        var moment = UsageMoment.Now(_selection.Root);
        var machine = MachineMoment.After(_machine, _selection.Root, moment.Time);
        var outcomes = new List<Outcome<ProcessUsage>>();
        var samples = new Dictionary<(int, int?, ulong), UsageSample>();
        foreach (Outcome<UsageSample> outcome in ProcessReading.Run<UsageSample>(_selection, "stat", _reader.Read, summary, cancellation))
        {
            ProcException? error = outcome.Error;
            if (outcome.Item is { } sample && !IsAnother(sample, out error))
            {
                samples[(sample.ProcessId, sample.ThreadId, sample.StartTicks)] = sample;
                AddUsage(outcomes, sample, moment, machine);
            }

            if (error is not null && _reported.Add(error.Message))
            {
                outcomes.Add(Outcome<ProcessUsage>.Failed(error));
            }
        }

        (_last, _moment, _machine, _end) = (samples, moment, machine, Stopwatch.GetTimestamp());
        return outcomes;
    }

    private void AddUsage(List<Outcome<ProcessUsage>> outcomes, UsageSample sample, UsageMoment moment, MachineMoment machine)
    {
        UsageSample? first = _last.GetValueOrDefault((sample.ProcessId, sample.ThreadId, sample.StartTicks));
        if (_moment is not { } before || (first is null && !(sample.StartTicks >= before.Ticks)))
        {
            return;
        }

        TimeSpan interval = sample.Since(first?.Timestamp ?? before.Timestamp);
        var usage = ProcessUsage.Between(first, sample, moment.Time, interval, _selection.Root.Facts, _memory);
        usage.Machine = machine;
        outcomes.Add(Outcome<ProcessUsage>.Of(usage));
    }

    // The id of a process that has ended can be reused by another process, which was not requested.
    private bool IsAnother(UsageSample sample, out ProcException? error)
    {
        error = null;
        if (_selection.Ids is null)
        {
            return false;
        }

        bool isProcess = sample.ThreadId is null;
        if (_moment is null && isProcess)
        {
            _named.TryAdd(sample.ProcessId, sample.StartTicks);
        }

        bool isKnown = _named.TryGetValue(sample.ProcessId, out ulong start);
        if (isKnown && isProcess && start != sample.StartTicks)
        {
            _named.Remove(sample.ProcessId);
            SafeText message = $"Process {sample.ProcessId} has ended, and another process now has the id.";
            error = new ProcException(ProcErrorKind.NotFound, $"{_selection.Root}/{sample.ProcessId}", message);
        }

        return !isKnown || error is not null;
    }

    // The setting was added in Linux 5.14; earlier kernels with the accounting always had it on.
    internal static bool CountsBlockIo(ProcRoot root, ReadBuffer buffer)
    {
        if (buffer.ReadFile(root.Handle, "sys/kernel/task_delayacct\0"u8) == Errno.None)
        {
            return !buffer.Bytes.StartsWith("0"u8);
        }

        if (buffer.ReadFile(root.Handle, "sys/kernel/osrelease\0"u8) != Errno.None)
        {
            return false;
        }

        var release = new FieldScanner(buffer.Bytes);
        return Number.TryInt32(release.NextUntil((byte)'.'), out int major)
            && Number.TryInt32(release.NextUntil((byte)'.'), out int minor)
            && (major, minor).CompareTo((5, 14)) < 0;
    }

    private static void Wait(TimeSpan time, CancellationToken cancellation)
    {
        if (time > TimeSpan.Zero)
        {
            _ = cancellation.WaitHandle.WaitOne((int)Math.Ceiling(time.TotalMilliseconds));
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
