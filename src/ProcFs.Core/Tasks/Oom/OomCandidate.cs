using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The criteria by which the OOM killer chooses a process, from <c>oom_score</c>, <c>oom_score_adj</c>, <c>stat</c> and <c>status</c> of <c>/proc/&lt;pid&gt;</c>.
/// Sizes are in bytes, and null for a process without memory of its own. Source: oom_badness() of mm/oom_kill.c, proc_oom_score() of fs/proc/base.c.
/// </summary>
public sealed class OomCandidate
{
    // The adjustment that exempts a process, and the fraction of all memory for which a unit of it stands.
    private const int NeverTaken = -1000;
    private const int Steps = 1000;

    private OomCandidate()
    {
    }

    /// <summary>The rank among all processes of the machine, from 1 for the one that would be killed first.</summary>
    public int Rank { get; private set; }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name as shown by Get-Process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time; together with the id, it identifies the process.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The name of the effective user; the id if the system has no name for it.</summary>
    public required string? User { get; init; }

    /// <summary>
    /// The OOM score, 0 to 2000: <c>oom_score</c>. A process with no memory and no adjustment has two thirds of 1000 (0 before Linux 5.8); null if the file is
    /// missing or malformed.
    /// </summary>
    public required int? Score { get; init; }

    /// <summary>The OOM score adjustment, from -1000 (never killed) to 1000 (killed first): <c>oom_score_adj</c>; null likewise.</summary>
    public required int? Adjustment { get; init; }

    /// <summary>The resident set size.</summary>
    [Unit(Unit.Bytes)] public required long? Resident { get; init; }

    /// <summary>The swapped-out memory.</summary>
    [Unit(Unit.Bytes)] public required long? Swap { get; init; }

    /// <summary>The size of the page tables.</summary>
    [Unit(Unit.Bytes)] public required long? PageTables { get; init; }

    /// <summary>The memory that the kernel counts: the sum of <see cref="Resident"/>, <see cref="Swap"/> and <see cref="PageTables"/>.</summary>
    [Unit(Unit.Bytes)] public long? Memory => Saturating.Sum(Resident, Saturating.Sum(Swap ?? 0, PageTables ?? 0));

    /// <summary>
    /// The value that the kernel compares: <see cref="Memory"/> plus, for each unit of the adjustment, a thousandth of all memory and swap. Null if the process is
    /// exempt, or the size of all memory is unknown.
    /// </summary>
    [Unit(Unit.Bytes)] public required long? Badness { get; init; }

    /// <summary>Whether the OOM killer never chooses it.</summary>
    public bool IsExempt => Exemption is not null;

    /// <summary>The reason why it is exempt; null if it is not.</summary>
    public required OomExemption? Exemption { get; init; }

    /// <summary>The reasons why properties are null, by property name. Properties that a process without memory lacks are not included.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    /// <summary>Reads the selected processes, and ranks them among all processes; none is returned before all have been read.</summary>
    public static IEnumerable<Outcome<OomCandidate>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        long? step = FindStep(selection.Root);
        var found = new List<OomCandidate>();
        foreach (Outcome<OomCandidate> outcome in ReadAll(selection, step, summary, cancellation))
        {
            if (outcome.Item is null)
            {
                yield return outcome;
                continue;
            }

            found.Add(outcome.Item);
        }

        RankAll(found, selection.IsAll || found.Count == 0 ? [] : ReadAll(selection.Root.Processes(), step, new ReadSummary(), cancellation));
        foreach (OomCandidate candidate in found)
        {
            yield return Outcome<OomCandidate>.Of(candidate);
        }
    }

    private static IEnumerable<Outcome<OomCandidate>> ReadAll(ProcessSelection selection, long? step, ReadSummary summary, CancellationToken cancellation) =>
        ProcessReading.Run<OomCandidate>(selection, "oom_score", (process, emit) => ReadOne(process, step, emit), summary, cancellation);

    // Sorts the candidates, and ranks each among all.
    private static void RankAll(List<OomCandidate> found, IEnumerable<Outcome<OomCandidate>> all)
    {
        found.Sort(Compare);
        HashSet<int> known = [.. found.Select(candidate => candidate.ProcessId)];
        OomCandidate[] others = [.. all.Select(outcome => outcome.Item).OfType<OomCandidate>().Where(other => !known.Contains(other.ProcessId))];
        for (int i = 0; i < found.Count; i++)
        {
            found[i].Rank = i + 1 + others.Count(other => Compare(other, found[i]) < 0);
        }
    }

    internal static View View => new(
        typeof(OomCandidate),
        new(nameof(Rank), 5),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 20),
        new(nameof(Score), 5),
        new(nameof(Adjustment), 5) { Label = "Adj" },
        new(nameof(Memory), 9),
        new(nameof(Resident), 9),
        new(nameof(Swap), 9),
        new(nameof(PageTables), 9) { Label = "Tables" },
        new(nameof(User), 12),
        new(nameof(Exemption)) { Label = "Exempt" });

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    // Among equals, the kernel chooses the one that it finds last, which is the youngest (oom_evaluate_task).
    private static int Compare(OomCandidate left, OomCandidate right)
    {
        int order = left.IsExempt.CompareTo(right.IsExempt);
        order = order != 0 ? order : Nullable.Compare(right.Score, left.Score);
        order = order != 0 ? order : Nullable.Compare(right.Badness, left.Badness);
        order = order != 0 ? order : Nullable.Compare(right.Memory, left.Memory);
        order = order != 0 ? order : Nullable.Compare(right.StartTime, left.StartTime);
        return order != 0 ? order : right.ProcessId.CompareTo(left.ProcessId);
    }

    private static Errno ReadOne(ProcessDirectory process, long? step, Action<OomCandidate> emit)
    {
        var missing = default(UnavailableFields);
        int? score = ReadNumber(process, "oom_score", nameof(Score), ref missing);
        int? adjustment = ReadNumber(process, "oom_score_adj", nameof(Adjustment), ref missing);
        ProcessStatus status = ReadStatus(process);
        if (process.Identity is not { } identity)
        {
            return Errno.ESRCH;
        }

        OomExemption? exemption = Exempts(process, status, score, adjustment);
        long? counted = Saturating.Sum(status.VmRss, Saturating.Sum(status.VmSwap ?? 0, status.VmPte ?? 0));
        emit(new OomCandidate
        {
            ProcessId = process.ProcessId,
            ProcessName = identity.Name,
            StartTime = identity.StartTime,
            User = status.User,
            Score = score,
            Adjustment = adjustment,
            Resident = status.VmRss,
            Swap = status.VmSwap,
            PageTables = status.VmPte,
            Badness = exemption is null ? Saturating.Sum(counted, step is { } bytes && adjustment is { } by ? Saturating.Product(by, bytes) : null) : null,
            Exemption = exemption,
            Unavailable = missing.ToDictionary(),
        });
        return Errno.None;
    }

    // Process 1 may be that of a container, which is not exempt, and whose score then is not 0.
    private static OomExemption? Exempts(ProcessDirectory process, ProcessStatus status, int? score, int? adjustment)
    {
        if (process.IsKernelThread)
        {
            return OomExemption.KernelThread;
        }

        if (status is { VmRss: null, IsMissing: false })
        {
            return OomExemption.NoMemory;
        }

        if (process.ProcessId == 1 && score == 0)
        {
            return OomExemption.Init;
        }

        return adjustment == NeverTaken ? OomExemption.Adjustment : null;
    }

    // If the first thread has exited and others live on, those have the memory.
    private static ProcessStatus ReadStatus(ProcessDirectory process)
    {
        using ProcessDirectory? thread = process.OpenLivingThread();
        return ProcessStatus.ReadOrMissing(thread ?? process);
    }

    private static int? ReadNumber(ProcessDirectory process, string file, string property, ref UnavailableFields missing)
    {
        Errno error = process.Scope.File.ReadFile(process.Handle, file);
        if (error != Errno.None)
        {
            missing.Add(property, UnavailableFields.ReasonOf(error, process));
            return null;
        }

        bool isNumber = Number.TryInt32(ParameterValue.WithoutNewline(process.Scope.File.Bytes), out int value);
        missing.Add(property, isNumber ? null : UnavailableReason.Malformed);
        return isNumber ? value : null;
    }

    // The kernel divides the pages of memory and swap first, so that its units are whole pages.
    private static long? FindStep(ProcRoot root)
    {
        var buffer = new IO.ReadBuffer();
        if (buffer.ReadFile(root.Handle, "meminfo") != Errno.None)
        {
            return null;
        }

        var memory = MemoryInfo.Parse(buffer.Bytes, new ProcSource(root, "meminfo"));
        int page = root.Facts.PageSize;
        return memory.Total is { } total ? Saturating.Sum(total, memory.SwapTotal ?? 0) / page / Steps * page : null;
    }
}
