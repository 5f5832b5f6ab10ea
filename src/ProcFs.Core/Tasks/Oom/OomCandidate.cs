using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// What the OOM killer goes by when it chooses a process, from <c>oom_score</c>, <c>oom_score_adj</c>, <c>stat</c> and <c>status</c> of
/// <c>/proc/&lt;pid&gt;</c>. Sizes are bytes, and null for a process without memory of its own. Source: oom_badness() of mm/oom_kill.c, proc_oom_score()
/// of fs/proc/base.c.
/// </summary>
public sealed class OomCandidate
{
    // The adjustment that exempts, and the part of all memory that a step of it stands for.
    private const int NeverTaken = -1000;
    private const int Steps = 1000;

    private OomCandidate()
    {
    }

    /// <summary>The place among all processes of the machine, from 1 for the one that the killer would take.</summary>
    public int Rank { get; private set; }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public required string ProcessName { get; init; }

    /// <summary>When it started; with the id it tells one process from all others.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The effective user's name; the id where the system knows none.</summary>
    public required string? User { get; init; }

    /// <summary>How likely it is taken, 0 to 2000: <c>oom_score</c>. Two thirds of 1000 stand for no memory and no adjustment (0 before Linux 5.8); null where the file is not there or damaged.</summary>
    public required int? Score { get; init; }

    /// <summary>The shift of it, from -1000 (never) to 1000 (first): <c>oom_score_adj</c>; null likewise.</summary>
    public required int? Adjustment { get; init; }

    /// <summary>What is in memory.</summary>
    [Unit(Unit.Bytes)] public required long? Resident { get; init; }

    /// <summary>What is swapped out.</summary>
    [Unit(Unit.Bytes)] public required long? Swap { get; init; }

    /// <summary>What its page tables take.</summary>
    [Unit(Unit.Bytes)] public required long? PageTables { get; init; }

    /// <summary>What the kernel counts: <see cref="Resident"/>, <see cref="Swap"/> and <see cref="PageTables"/>.</summary>
    [Unit(Unit.Bytes)] public long? Memory => Saturating.Sum(Resident, Saturating.Sum(Swap ?? 0, PageTables ?? 0));

    /// <summary>
    /// What the kernel compares: <see cref="Memory"/>, and for each step of the adjustment a thousandth of all memory and swap. Null where the process is exempt, or
    /// the size of all memory is not known.
    /// </summary>
    [Unit(Unit.Bytes)] public required long? Badness { get; init; }

    /// <summary>Whether the killer never takes it.</summary>
    public bool IsExempt => Exemption is not null;

    /// <summary>Why it never does; null where it can.</summary>
    public required OomExemption? Exemption { get; init; }

    /// <summary>Why fields are null: names of properties with the reason. What a process without memory lacks is not among them.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    /// <summary>Reads the selected processes, and ranks them among all; none comes before all are read.</summary>
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

    // Sorts what was asked for, and gives each its place among all.
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

    // Of equals the kernel takes the one that it meets last, which is the youngest (oom_evaluate_task).
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

    // A process 1 may be that of a container, which can be taken, and whose score then is not 0.
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

    // Where the first thread has exited and others live on, those have the memory.
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

    // The kernel divides the pages of memory and swap first, so that its steps are whole pages.
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
