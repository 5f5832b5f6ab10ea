namespace ProcFs.Cli.Export;

/// <summary>The counters of a process, or their sum over processes. Null means that none of them could be read.</summary>
/// <param name="User">CPU time in user mode, in seconds.</param>
/// <param name="System">CPU time in kernel mode, in seconds.</param>
/// <param name="MajorFaults">Page faults that read from storage.</param>
/// <param name="MinorFaults">Other page faults.</param>
/// <param name="BytesRead">Bytes read from storage.</param>
/// <param name="BytesWritten">Bytes written to storage.</param>
/// <param name="VoluntarySwitches">Voluntary context switches of the first thread.</param>
/// <param name="InvoluntarySwitches">Involuntary context switches of the first thread.</param>
internal readonly record struct GroupCounters(
    double? User,
    double? System,
    double? MajorFaults,
    double? MinorFaults,
    double? BytesRead,
    double? BytesWritten,
    double? VoluntarySwitches,
    double? InvoluntarySwitches)
{
    /// <summary>The sum, in which an unknown value counts for nothing.</summary>
    public GroupCounters Plus(GroupCounters other) => With(other, static (left, right) => left is null ? right : left + (right ?? 0));

    /// <summary>The increase since an earlier moment; a counter never decreases.</summary>
    public GroupCounters Since(GroupCounters earlier) => With(earlier, static (now, then) => now is { } number ? Math.Max(0, number - (then ?? 0)) : null);

    private GroupCounters With(GroupCounters other, Func<double?, double?, double?> combine) => new(
        combine(User, other.User),
        combine(System, other.System),
        combine(MajorFaults, other.MajorFaults),
        combine(MinorFaults, other.MinorFaults),
        combine(BytesRead, other.BytesRead),
        combine(BytesWritten, other.BytesWritten),
        combine(VoluntarySwitches, other.VoluntarySwitches),
        combine(InvoluntarySwitches, other.InvoluntarySwitches));
}
