namespace ProcFs;

/// <summary>The waits of threads, by thread id.</summary>
/// <param name="threadIds">The threads; null for all.</param>
public sealed class WaitQuery(IReadOnlyList<int>? threadIds = null) : RowQuery<ThreadWait>
{
    /// <summary>The help for the threads.</summary>
    public const string ThreadHelp = "Only the threads with these ids.";

    /// <inheritdoc/>
    public override IEnumerable<Outcome<ThreadWait>> Read(ProcessSelection selection, ReadSummary? summary = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var missing = new HashSet<int>(threadIds ?? []);
        foreach (Outcome<ThreadWait> outcome in base.Read(selection, summary, cancellation))
        {
            if (outcome.Item is { } row)
            {
                missing.Remove(row.ThreadId);
            }

            yield return outcome;
        }

        // For a named process, its missing threads are reported when it is read.
        foreach (int threadId in selection.IsAll ? missing : [])
        {
            yield return Outcome<ThreadWait>.Failed(
                new ProcException(ProcErrorKind.NotFound, selection.Root.Path, $"No process has a thread {threadId}.") { Target = threadId });
        }
    }

    private protected override IEnumerable<Outcome<ThreadWait>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        ThreadWait.Read(selection, threadIds, summary, cancellation);
}
