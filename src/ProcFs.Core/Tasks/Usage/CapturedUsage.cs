using ProcFs.IO;

namespace ProcFs.Usage;

/// <summary>The usage of processes between two captures, or a capture and the live machine.</summary>
internal sealed class CapturedUsage(ProcRoot reference, ProcRoot difference, bool includesThreads)
{
    /// <exception cref="ProcException">There is no interval between them.</exception>
    public List<Outcome<ProcessUsage>> Read(ReadSummary summary, CancellationToken cancellation)
    {
        var interval = CaptureInterval.Between(reference, difference);
        var before = new Dictionary<(int, int?, ulong), UsageSample>();
        foreach (UsageSample sample in SamplesOf(reference, new ReadSummary(), cancellation).Select(outcome => outcome.Item).OfType<UsageSample>())
        {
            before[(sample.ProcessId, sample.ThreadId, sample.StartTicks)] = sample;
        }

        var machine = MachineMoment.After(MachineMoment.After(null, reference, interval.End), difference, interval.End);
        var outcomes = new List<Outcome<ProcessUsage>>();
        foreach (Outcome<UsageSample> outcome in SamplesOf(difference, summary, cancellation))
        {
            if (outcome.Item is not { } sample)
            {
                outcomes.Add(Outcome<ProcessUsage>.Failed(outcome.Error!));
                continue;
            }

            // What is older than the first capture and not in it was left out of it: what it used before is unknown.
            UsageSample? first = before.GetValueOrDefault((sample.ProcessId, sample.ThreadId, sample.StartTicks));
            if (first is not null || difference.Facts.FromTicks(sample.StartTicks) >= interval.Start)
            {
                var usage = ProcessUsage.Between(first, sample, interval.End, interval.Length, difference.Facts, difference.TotalMemory);
                usage.Machine = machine;
                outcomes.Add(Outcome<ProcessUsage>.Of(usage));
            }
        }

        return outcomes;
    }

    private IEnumerable<Outcome<UsageSample>> SamplesOf(ProcRoot root, ReadSummary summary, CancellationToken cancellation)
    {
        var reader = new UsageReader(includesThreads, UsageRounds.CountsBlockIo(root, new ReadBuffer()));
        return ProcessReading.Run<UsageSample>(root.Processes(), "stat", reader.Read, summary, cancellation);
    }
}
