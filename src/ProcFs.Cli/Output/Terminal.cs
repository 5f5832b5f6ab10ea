using System.Globalization;
using System.Runtime.InteropServices;

namespace ProcFs.Cli.Output;

/// <summary>What the output goes to.</summary>
internal static partial class Terminal
{
    private const int NarrowestWidth = 20;
    private const int StandardOutput = 1;

    // tty_ioctl(4); struct winsize holds rows and columns first.
    private const nuint TIOCGWINSZ = 0x5413;

    /// <summary>Whether a person looks at the output.</summary>
    public static bool IsOutput => !Console.IsOutputRedirected;

    /// <summary>Columns of the terminal, or what COLUMNS says; null where a program reads, which wants whole values.</summary>
    public static int? Width
    {
        get
        {
            bool isGiven = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns);
            return (isGiven ? columns : Columns()) is > 0 and var width ? Math.Max(width, NarrowestWidth) : null;
        }
    }

    // The class library's own question sends the terminal a sequence that changes its keys.
    private static unsafe int Columns()
    {
        ushort* size = stackalloc ushort[4];
        return IsOutput && ioctl(StandardOutput, TIOCGWINSZ, size) == 0 ? size[1] : 0;
    }

    [LibraryImport("libc")]
    private static unsafe partial int ioctl(int descriptor, nuint request, ushort* size);
}
