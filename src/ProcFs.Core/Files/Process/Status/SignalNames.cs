namespace ProcFs;

/// <summary>The names of signals by number, which differ between architectures (signal(7)).</summary>
internal static class SignalNames
{
    // The C library reserves 32 and 33, and counts SIGRTMIN from 34.
    private const int FirstRealTime = 34;

    private static readonly string[] s_usual =
    [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT",
        "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS",
    ];

    private static readonly string[] s_mips =
    [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "EMT", "FPE", "KILL", "BUS", "SEGV", "SYS", "PIPE", "ALRM", "TERM", "USR1",
        "USR2", "CHLD", "PWR", "WINCH", "URG", "IO", "STOP", "TSTP", "CONT", "TTIN", "TTOU", "VTALRM", "PROF", "XCPU", "XFSZ",
    ];

    private static readonly string[] s_sparc =
    [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "EMT", "FPE", "KILL", "BUS", "SEGV", "SYS", "PIPE", "ALRM", "TERM", "URG",
        "STOP", "TSTP", "CONT", "CHLD", "TTIN", "TTOU", "IO", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "LOST", "USR1", "USR2",
    ];

    private static readonly string[] s_parisc =
    [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "STKFLT", "FPE", "KILL", "BUS", "SEGV", "XCPU", "PIPE", "ALRM", "TERM", "USR1",
        "USR2", "CHLD", "PWR", "VTALRM", "PROF", "IO", "WINCH", "STOP", "TSTP", "CONT", "TTIN", "TTOU", "URG", "XFSZ", "SYS",
    ];

    /// <summary>The name of a signal; its number if it has none.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="architecture">The architecture, as in uname(2).</param>
    public static string Of(int number, string? architecture) => number switch
    {
        >= 1 and <= 31 => $"SIG{TableOf(architecture)[number - 1]}",
        FirstRealTime => "SIGRTMIN",
        > FirstRealTime and <= SignalSet.Largest => $"SIGRTMIN+{number - FirstRealTime}",
        _ => $"{number}",
    };

    private static string[] TableOf(string? architecture) => architecture switch
    {
        "mips" or "mips64" => s_mips,
        "sparc" or "sparc64" or "alpha" => s_sparc,
        "parisc" or "parisc64" => s_parisc,
        _ => s_usual,
    };
}
