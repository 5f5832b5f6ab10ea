using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>exception cref="ProcException": The folder does not exist, or access is denied.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int linkat(int oldDirectory, byte* oldName, int newDirectory, byte* newName, int flags);
}
