namespace ProcFs;

/// <summary>Counts of what was left out while all processes were read. Complete once the reading has ended.</summary>
public sealed class ReadSummary
{
    private int _total;
    private int _denied;
    private int _malformed;
    private int _blank;
    private int _kernelThreads;
    private string _kernelThread = "";

    /// <summary>The number of processes.</summary>
    public int Total => _total;

    /// <summary>The number of processes left out because access was denied.</summary>
    public int Denied => _denied;

    /// <summary>A line with the number of processes left out, and advice; null if there were none.</summary>
    public string? Warning => Denied == 0 ? null : LeftOut(Denied, Total, "process", "processes");

    /// <summary>A remark that is not worth a warning: processes that the kernel denies even to root, in every call. Null if there is none.</summary>
    public string? Remark => IsNewsToCaller ? null : Warning ?? Blank;

    // An empty cell does not explain itself.
    private string? Blank => _blank == 0 ? null : $"{BlankCount} {Advice}";

    private string BlankCount => $"Fields of {_blank} {(_blank == 1 ? "process" : "processes")} are empty: permission denied.";

    private static string Advice => Caller.Current.Explain(Caller.Ptrace, "Run as root to see all of them.", "The kernel denies this even to root.");

    /// <summary>A line with the number of items left out because access was denied, and advice.</summary>
    /// <param name="denied">The number of items left out.</param>
    /// <param name="total">The total number of items.</param>
    /// <param name="thing">The singular name of an item.</param>
    /// <param name="things">The plural name of the items.</param>
    public static string LeftOut(int denied, int total, string thing, string things)
    {
        string what = $"{denied} of {total} {(total == 1 ? thing : things)} {(denied == 1 ? "was" : "were")} left out: permission denied.";
        return $"{what} {Advice}";
    }

    /// <summary>Whether a denial is worth a warning: not for a caller who can trace every process, because the same ones are denied in every call.</summary>
    public static bool IsNewsToCaller => !Caller.Current.SeesAllProcesses;

    /// <summary>A line for each reason why the output may lack processes; none if it is complete, or <see cref="Remark"/> covers it.</summary>
    public IEnumerable<string> WarningsOf(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return LineOfDenials(root) is { Length: > 0 } denials ? MalformedAndKernelThreads.Prepend(denials) : MalformedAndKernelThreads;
    }

    private IEnumerable<string> MalformedAndKernelThreads
    {
        get
        {
            if (_kernelThreads > 0)
            {
                yield return _kernelThreads == 1 ? _kernelThread : $"{_kernelThreads} kernel threads were left out: they have none.";
            }

            if (_malformed > 0)
            {
                string what = _malformed == 1 ? "A value of one object" : $"Values of {_malformed} objects";
                yield return $"{what} could not be read; see Unavailable.";
            }
        }
    }

    // One line, with the advice once, however much was denied: processes that are hidden, left out, or have empty fields.
    private string LineOfDenials(ProcRoot root)
    {
        if (root.Capture is not null)
        {
            int missing = Denied + _blank;
            return missing == 0 ? "" : $"Data of {missing} of {Total} processes is missing: the user who took the capture was not permitted to read it.";
        }

        string hidden = (Total > 0 ? root.HiddenProcessAdvice : "").Trim();
        string leftOut = IsNewsToCaller ? $"{Warning}" : "";
        string blank = !IsNewsToCaller || _blank == 0 ? "" : hidden.Length > 0 || leftOut.Length > 0 ? BlankCount : Blank!;
        return string.Join(' ', new[] { blank, leftOut, hidden }.Where(part => part.Length > 0));
    }

    internal void CountKernelThread(string message)
    {
        Interlocked.Increment(ref _kernelThreads);
        _kernelThread = message;
    }

    internal void CountBlank() => Interlocked.Increment(ref _blank);

    internal void CountMalformed() => Interlocked.Increment(ref _malformed);

    internal void Count(bool isDenied)
    {
        Interlocked.Increment(ref _total);
        if (isDenied)
        {
            Interlocked.Increment(ref _denied);
        }
    }
}
