using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>The number of open files (asm-generic/resource.h; other numbers on Alpha, MIPS and SPARC, for which there is no .NET).</summary>
    public const int RLIMIT_NOFILE = 7;

    /// <summary>No limit.</summary>
    public const ulong RLIM_INFINITY = ulong.MaxValue;

    /// <summary>prlimit(2); struct rlimit is two words, the soft and the hard limit.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int prlimit(int processId, int resource, ulong* limits, ulong* old);
}
