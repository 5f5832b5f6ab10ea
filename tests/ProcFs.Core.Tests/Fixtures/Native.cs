using System.Runtime.InteropServices;

namespace ProcFs.Fixtures;

/// <summary>The system calls with which tests create what they read.</summary>
internal static partial class Native
{
    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int symlink(byte* target, byte* path);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int mkfifo(byte* path, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int creat(byte* path, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int open(byte* path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int unlink(byte* path);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MemFdCreate(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint GetEffectiveUserId();

    /// <summary>Creates a link whose target has exactly these bytes.</summary>
    public static unsafe void SymbolicLink(byte[] target, string path)
    {
        fixed (byte* to = Terminated(target))
        fixed (byte* at = Terminated(Text.LosslessText.Encode(path)))
        {
            if (symlink(to, at) != 0)
            {
                throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }
    }

    public static unsafe void MakeFifo(string path)
    {
        fixed (byte* at = Terminated(Text.LosslessText.Encode(path)))
        {
            if (mkfifo(at, 0x180) != 0)
            {
                throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }
    }

    /// <summary>Creates a file whose name can contain any bytes, and opens it.</summary>
    public static unsafe int OpenFile(string path)
    {
        fixed (byte* at = Terminated(Text.LosslessText.Encode(path)))
        {
            return creat(at, 0x180);
        }
    }

    /// <summary>Opens a folder for reading, which File.OpenHandle refuses.</summary>
    public static unsafe int OpenFolder(string path)
    {
        fixed (byte* at = Terminated(Text.LosslessText.Encode(path)))
        {
            return open(at, 0);
        }
    }

    public static unsafe void Unlink(string path)
    {
        fixed (byte* at = Terminated(Text.LosslessText.Encode(path)))
        {
            _ = unlink(at);
        }
    }

    private static byte[] Terminated(byte[] bytes) => [.. bytes, 0];
}
