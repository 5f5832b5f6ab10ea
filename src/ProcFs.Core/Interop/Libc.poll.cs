using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    public const short POLLIN = 1;

    /// <summary>poll(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Number;
        public short Events;
        public short Returned;
    }
}
