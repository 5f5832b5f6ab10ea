using System.Numerics;

namespace ProcFs;

/// <summary>A set of signals, by name and as the mask in /proc. Shown as names.</summary>
/// <param name="Mask">Bit n-1 is signal n.</param>
public sealed record SignalSet(ulong Mask)
{
    // Numbers 1 to 31 (signal(7)): the same on x86 and arm. 32 and up are the real-time signals.
    private static readonly string[] s_names =
    [
        "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV",
        "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN",
        "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS",
    ];

    // The C library reserves 32 and 33, and counts SIGRTMIN from 34.
    private const int FirstRealTime = 34;

    /// <summary>The names of the signals in the set, in numeric order.</summary>
    public string[] Names => [.. Numbers().Select(NameOf)];

    /// <summary>The number of signals in the set.</summary>
    public int Count => BitOperations.PopCount(Mask);

    /// <summary>Whether the signal with this number is in the set.</summary>
    public bool Contains(int number) => number is >= 1 and <= 64 && (Mask >> (number - 1) & 1) != 0;

    /// <summary>The name of the signal with this number.</summary>
    public static string NameOf(int number) => number switch
    {
        >= 1 and <= 31 => s_names[number - 1],
        FirstRealTime => "SIGRTMIN",
        > FirstRealTime and <= 64 => $"SIGRTMIN+{number - FirstRealTime}",
        _ => $"{number}",
    };

    /// <summary>The names with commas between them.</summary>
    public override string ToString() => string.Join(", ", Names);

    private IEnumerable<int> Numbers()
    {
        for (int number = 1; number <= 64; number++)
        {
            if (Contains(number))
            {
                yield return number;
            }
        }
    }
}
