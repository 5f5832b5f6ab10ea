using System.Globalization;
using System.Runtime.InteropServices;

namespace ProcFs.Cli.Output;

/// <summary>The destination of the output.</summary>
internal static partial class Terminal
{
    private const int NarrowestWidth = 20;
    private const int StandardOutput = 1;

    // tty_ioctl(4); struct winsize holds rows and columns first.
    private const nuint TIOCGWINSZ = 0x5413;

    /// <summary>Whether the output is a terminal.</summary>
    public static bool IsOutput => !Console.IsOutputRedirected;

    /// <summary>The width of the terminal, or the value of COLUMNS; null if a program reads the output, which needs complete values.</summary>
    public static int? Width
    {
        get
        {
            bool isGiven = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns);
            return (isGiven ? columns : Columns()) is > 0 and var width ? Math.Max(width, NarrowestWidth) : null;
        }
    }

    // The query of the class library sends the terminal a sequence that changes its keys.
    private static unsafe int Columns()
    {
        ushort* size = stackalloc ushort[4];
        return IsOutput && ioctl(StandardOutput, TIOCGWINSZ, size) == 0 ? size[1] : 0;
    }

    [LibraryImport("libc")]
    private static unsafe partial int ioctl(int descriptor, nuint request, ushort* size);
}
