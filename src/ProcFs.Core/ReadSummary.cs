namespace ProcFs;

/// <summary>What was left out while all processes were read. Whole once the reading has ended.</summary>
public sealed class ReadSummary
{
    private int _total;
    private int _denied;
    private int _malformed;
    private int _blank;
    private int _kernelThreads;
    private string _kernelThread = "";

    /// <summary>How many processes there were.</summary>
    public int Total => _total;

    /// <summary>How many of them were left out because the caller may not read them.</summary>
    public int Denied => _denied;

    /// <summary>One line that says how many were left out and what to do; null where none was.</summary>
    public string? Warning => Denied == 0 ? null : LeftOut(Denied, Total, "process", "processes");

    /// <summary>What is no news to the reader: what the kernel refuses even to root, on every call. Null where there is nothing of the kind.</summary>
    public string? Remark => IsNewsToCaller ? null : Warning ?? Blank;

    // A cell that is empty says nothing of itself.
    private string? Blank => _blank == 0
        ? null
        : $"Fields of {_blank} {(_blank == 1 ? "process" : "processes")} are empty: permission denied. {Caller.Current.Explain(Caller.Ptrace, "Run as root to see all of them.", "The kernel denies this even to root.")}";

    /// <summary>One line that says how many of some things were left out because the caller may not read them, and what to do.</summary>
    /// <param name="denied">How many were left out.</param>
    /// <param name="total">How many there were.</param>
    /// <param name="thing">What one of them is called.</param>
    /// <param name="things">What several are called.</param>
    public static string LeftOut(int denied, int total, string thing, string things)
    {
        string what = $"{denied} of {total} {(total == 1 ? thing : things)} {(denied == 1 ? "was" : "were")} left out: permission denied.";
        return $"{what} {Caller.Current.Explain(Caller.Ptrace, "Run as root to see all of them.", "The kernel denies this even to root.")}";
    }

    /// <summary>Whether it is worth a warning that something was denied: not to who may trace every process, for those are denied it on every call.</summary>
    public static bool IsNewsToCaller => !Caller.Current.SeesAllProcesses;

    /// <summary>A line for each reason why the output may lack processes; nothing where it is whole, or <see cref="Remark"/> says it.</summary>
    public IEnumerable<string> WarningsOf(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        string hidden = Total > 0 ? root.HiddenProcessAdvice : "";
        string leftOut = IsNewsToCaller ? $"{Warning}" : "";
        if (hidden.Length > 0 || leftOut.Length > 0)
        {
            yield return (leftOut + hidden).TrimStart();
        }

        if (IsNewsToCaller && Blank is { } blank)
        {
            yield return blank;
        }

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
