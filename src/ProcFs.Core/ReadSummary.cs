using ProcFs.Interop;

namespace ProcFs;

/// <summary>What was left out while all processes were read. Whole once the reading has ended.</summary>
public sealed class ReadSummary
{
    private int _total;
    private int _denied;

    /// <summary>How many processes there were.</summary>
    public int Total => _total;

    /// <summary>How many of them were left out because the caller may not read them.</summary>
    public int Denied => _denied;

    /// <summary>One line that says how many were left out and what to do; null where none was.</summary>
    public string? Warning => Denied == 0
        ? null
        : $"{Denied} of {Total} processes were left out: permission denied. {(Libc.geteuid() == 0 ? "The kernel refuses them even to root." : "As root you see them all.")}";

    internal void Count(bool isDenied)
    {
        Interlocked.Increment(ref _total);
        if (isDenied)
        {
            Interlocked.Increment(ref _denied);
        }
    }
}
