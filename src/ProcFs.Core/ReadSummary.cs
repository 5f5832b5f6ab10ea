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

    /// <summary>A line for each reason why the output may lack processes; nothing where it is whole.</summary>
    public IEnumerable<string> WarningsOf(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (Warning is { } warning)
        {
            yield return warning;
        }

        if (Total > 0 && root.HidesProcesses)
        {
            yield return $"{root.Path} is mounted with hidepid, which hides the processes of others. As root you see them all.";
        }
    }

    internal void Count(bool isDenied)
    {
        Interlocked.Increment(ref _total);
        if (isDenied)
        {
            Interlocked.Increment(ref _denied);
        }
    }
}
